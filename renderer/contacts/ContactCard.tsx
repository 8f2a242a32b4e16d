import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { ContactDetail, ContactNumber } from '../../shared/contact.ts';
import { useHost } from '../bridge/host.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { useAtTime } from '../format/useAtTime.ts';
import { plainKey } from '../keys/plainKey.ts';
import { LinkedText } from '../notes/LinkedText.tsx';
import { ContactCalls } from './ContactCalls.tsx';
import { useCall } from './useCall.ts';

interface ContactCardProps {
  readonly detail: ContactDetail;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** Everything that is known of somebody. `e` edits, `c` calls their first number. */
export function ContactCard({ detail: { contact, calls }, onEdit, onRemove }: ContactCardProps) {
  const t = useTranslations('contact');
  const call = useCall();
  const when = useAtTime();
  const [first] = contact.numbers;

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const key = plainKey(event);
    if (key === 'e') onEdit();
    else if (key === 'c' && first) call(first.key);
    else if (key === 'delete') onRemove();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => onKey(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <article className="call contact-card">
      <header className="call-header">
        <h1>
          <bdi dir="auto">{contact.name}</bdi>
        </h1>
        {contact.company !== null && (
          <p className="contact-company">
            <bdi dir="auto">{contact.company}</bdi>
          </p>
        )}
        <div className="call-deeds">
          <button type="button" className="button" aria-keyshortcuts="e" onClick={onEdit}>
            <Icon name="note" />
            {t('edit')}
          </button>
          <button type="button" className="button" aria-keyshortcuts="Delete" onClick={onRemove}>
            <Icon name="delete" />
            {t('remove')}
          </button>
        </div>
      </header>
      {contact.numbers.length > 0 && (
        <section className="call-part">
          <h2>{t('numbers')}</h2>
          <ul className="contact-lines">
            {contact.numbers.map((number) => (
              <NumberLine key={number.key} number={number} onCall={() => call(number.key)} />
            ))}
          </ul>
        </section>
      )}
      {contact.email !== null && <Email address={contact.email} />}
      {contact.note !== null && (
        <section className="call-part">
          <h2>{t('note')}</h2>
          <p className="contact-note" dir="auto">
            <LinkedText text={contact.note} />
          </p>
        </section>
      )}
      <ContactCalls calls={calls} />
      <p className="contact-changed">{t('changed', { when: when(contact.changedAtUs) })}</p>
    </article>
  );
}

function NumberLine({ number, onCall }: { readonly number: ContactNumber; readonly onCall: () => void }) {
  const t = useTranslations('contact');
  return (
    <li>
      <span className="contact-value">
        <bdi dir="ltr">{number.display}</bdi>
        {number.label !== null && (
          <bdi className="quiet" dir="auto">
            {number.label}
          </bdi>
        )}
      </span>
      <button
        type="button"
        className="button square"
        aria-label={t('callNumber', { number: number.display })}
        title={t('call')}
        onClick={onCall}
      >
        <Icon name="calls" />
      </button>
      <CopyButton text={number.key} label="number" isSquare />
    </li>
  );
}

function Email({ address }: { readonly address: string }) {
  const t = useTranslations('contact');
  // In the desktop app a link leaves the window only as one for a window of its own.
  const target = useHost() === 'electron' ? '_blank' : undefined;
  return (
    <section className="call-part">
      <h2>{t('email')}</h2>
      <ul className="contact-lines">
        <li>
          <a className="contact-value" href={mailtoOf(address)} target={target} rel="noreferrer">
            <bdi dir="ltr">{address}</bdi>
          </a>
          <CopyButton text={address} label="address" isSquare />
        </li>
      </ul>
    </section>
  );
}

/** Only the recipient: what a file brought along as an address must not fill in a subject or a text. */
function mailtoOf(address: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
}
