import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';

interface NoteLinkProps {
  readonly callRef: string;
  readonly note: string | null;
}

/** What I noted about the call, and the way to where it can be written on. */
export function NoteLink({ callRef, note }: NoteLinkProps) {
  const t = useTranslations('pop');
  return (
    <a className="pop-note" href={hrefOf({ kind: 'call', ref: callRef, note: true })} title={t('note')}>
      <Icon name="note" />
      <span className={note === null ? undefined : 'unseen'}>{t('note')}</span>{' '}
      {note !== null && <bdi dir="auto">{note}</bdi>}
    </a>
  );
}
