import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { Bridge } from '../../shared/contract.ts';
import { alwaysOpen } from '../bridge/connection.ts';
import { Icon } from '../components/Icon.tsx';
import { PartyName, usePartyText } from '../components/PartyName.tsx';
import { useReading } from '../data/queries.ts';
import { useFeed } from '../data/useFeed.ts';
import { useTheme } from '../frame/useTheme.ts';
import { NoteField } from '../notes/NoteField.tsx';
import { useRoute } from '../route/useRoute.ts';

interface NoteProps {
  readonly bridge: Bridge;
  readonly close: () => void;
}

/** The whole page of the note window: the note about the call that the shell opened last. */
export function Note({ bridge, close }: NoteProps) {
  useFeed(bridge, alwaysOpen);
  useTheme();
  const route = useRoute();
  const ref = route.kind === 'call' ? route.ref : null;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [close]);
  return ref === null ? null : <NoteOfCall key={ref} callRef={ref} close={close} />;
}

function NoteOfCall({ callRef, close }: { readonly callRef: string; readonly close: () => void }) {
  const t = useTranslations('note');
  const textOf = usePartyText();
  const { data: detail } = useReading('calls.get', callRef);
  const field = useRef<HTMLTextAreaElement>(null);
  const title = detail ? t('about', { party: textOf(detail.call.party) }) : null;

  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);

  const isThere = detail !== undefined && detail !== null;
  useEffect(() => {
    if (!isThere) return undefined;
    const write = () => {
      const { current } = field;
      current?.focus();
      current?.setSelectionRange(current.value.length, current.value.length);
    };
    write();
    // The same call opened once more.
    window.addEventListener('focus', write);
    return () => window.removeEventListener('focus', write);
  }, [isThere]);

  if (detail === undefined) return null;
  return (
    <main className="note-window" aria-label={title ?? t('label')}>
      <header>
        <Icon name="note" />
        {detail && <PartyName party={detail.call.party} />}
        <button type="button" className="button bare" aria-label={t('close')} title={t('close')} onClick={close}>
          <Icon name="cross" />
        </button>
      </header>
      {detail ? (
        <NoteField callRef={callRef} note={detail.note} field={field} onDone={close} />
      ) : (
        <p role="alert">{t('gone')}</p>
      )}
      <p className="note-window-hint">{t('closeHint')}</p>
    </main>
  );
}
