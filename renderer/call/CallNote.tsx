import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { CallDetail } from '../../shared/call.ts';
import { plainKey } from '../keys/plainKey.ts';
import { linksIn } from '../notes/linksIn.ts';
import { NoteField } from '../notes/NoteField.tsx';
import { callIn, type ListRoute } from '../route/route.ts';
import { redirect } from '../route/useRoute.ts';

interface CallNoteProps {
  readonly detail: CallDetail;
  readonly list: ListRoute;
  /** The keyboard goes into the field as soon as it is there. */
  readonly isNoting: boolean;
}

/** The note about a call, which `n` leads to, and the links that stand in it. */
export function CallNote({ detail: { call, note }, list, isNoting }: CallNoteProps) {
  const t = useTranslations('note');
  const field = useRef<HTMLTextAreaElement>(null);
  const links = linksIn(note ?? '');

  const fulfil = useEffectEvent(() => redirect(callIn(list, call.ref)));
  useEffect(() => {
    if (!isNoting || field.current === null) return;
    const { length } = field.current.value;
    field.current.focus();
    field.current.setSelectionRange(length, length);
    // Fulfilled: the same wish can be made again, and the way back does not make it.
    fulfil();
  }, [isNoting]);
  useEffect(() => {
    function goToNote(event: KeyboardEvent) {
      if (event.defaultPrevented || plainKey(event) !== 'n') return;
      event.preventDefault();
      field.current?.focus();
    }
    window.addEventListener('keydown', goToNote);
    return () => window.removeEventListener('keydown', goToNote);
  }, []);

  return (
    <section className="call-part">
      <h2>{t('label')}</h2>
      <NoteField callRef={call.ref} note={note} field={field} />
      {links.length > 0 && (
        <ul className="note-links" aria-label={t('links')}>
          {links.map((link) => (
            <li key={link}>
              <a href={link} target="_blank" rel="noreferrer">
                {link}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
