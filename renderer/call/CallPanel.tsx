import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { CallDetail } from '../../shared/call.ts';
import { Failure } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';
import { navigate } from '../route/useRoute.ts';
import { CallHeader } from './CallHeader.tsx';
import { CallNote } from './CallNote.tsx';
import { Facts } from './Facts.tsx';
import { FollowUpState } from './FollowUpState.tsx';
import { HeldBack } from './HeldBack.tsx';
import { Legs } from './Legs.tsx';
import { RawEvents } from './RawEvents.tsx';
import { Transfers } from './Transfers.tsx';

interface CallPanelProps {
  readonly callRef: string;
  /** The list that it was opened from. */
  readonly list: 'calls' | 'follow-ups';
  /** The keyboard goes into its note. */
  readonly isNoting: boolean;
}

/** One call in full. */
export function CallPanel({ callRef, list, isNoting }: CallPanelProps) {
  const t = useTranslations('call');
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    // Unless something in it has been quicker.
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    function backOnEscape(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented) navigate({ kind: list });
    }
    window.addEventListener('keydown', backOnEscape);
    return () => window.removeEventListener('keydown', backOnEscape);
  }, [list]);

  return (
    <section className="panel" aria-label={t('title')} ref={panel} tabIndex={-1}>
      <a className="back" href={hrefOf({ kind: list })}>
        <Icon name="back" />
        {t(`back.${list}`)}
      </a>
      <Body callRef={callRef} isNoting={isNoting} />
    </section>
  );
}

function Body({ callRef, isNoting }: Omit<CallPanelProps, 'list'>) {
  const t = useTranslations('call');
  const { data, error, refetch } = useReading('calls.get', callRef);
  if (data) return <Detail detail={data} isNoting={isNoting} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <div className="empty">
      <h2>{t('unknown')}</h2>
      <p>{t('unknownHint')}</p>
    </div>
  );
}

function Detail({ detail, isNoting }: { readonly detail: CallDetail; readonly isNoting: boolean }) {
  return (
    <article className="call">
      <CallHeader call={detail.call} why={detail.why} />
      <FollowUpState detail={detail} />
      <HeldBack heldBack={detail.heldBack} />
      <Transfers detail={detail} />
      <CallNote detail={detail} isNoting={isNoting} />
      <Legs call={detail.call} legs={detail.legs} />
      <Facts detail={detail} />
      <RawEvents events={detail.events} />
    </article>
  );
}
