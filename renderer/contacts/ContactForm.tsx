import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { Contact } from '../../shared/contact.ts';
import { useFailureText } from '../components/Failure.tsx';
import type { Form } from './form.ts';
import { NumberRows } from './NumberRows.tsx';
import { useContactForm } from './useContactForm.ts';

interface ContactFormProps {
  /** Null for a contact that is new. */
  readonly id: number | null;
  /** The name under which unsaved words are kept. */
  readonly keptAs: string;
  readonly start: Form;
  /** Saved, or given up (null). */
  readonly onLeave: (saved: Contact | null) => void;
}

/** Enter or Ctrl+Enter saves. Escape leaves, and asks only where something would be lost. */
export function ContactForm({ id, keptAs, start, onLeave }: ContactFormProps) {
  const t = useTranslations('contact');
  const failureText = useFailureText();
  const fieldId = useId();
  const name = useRef<HTMLInputElement>(null);
  const [asks, setAsks] = useState(false);
  const writing = useContactForm({ id, keptAs, start, onSaved: onLeave });
  const { form, change } = writing;

  useEffect(() => name.current?.focus(), []);
  useEffect(() => {
    if (writing.isEmpty) name.current?.focus();
  }, [writing.isEmpty]);

  function leave() {
    if (writing.isChanged) setAsks(true);
    else discard();
  }
  function discard() {
    writing.discard();
    onLeave(null);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsks(false);
    writing.save();
  }
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
    else if (event.key === 'Escape' && asks) goOn();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  }
  function goOn() {
    setAsks(false);
    name.current?.focus();
  }

  const field = (key: 'name' | 'company' | 'email') => ({
    id: `${fieldId}-${key}`,
    value: form[key],
    autoComplete: 'off',
    maxLength: key === 'email' ? 320 : 200,
    onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields in it
    <form
      className="contact-form"
      aria-label={id === null ? t('newTitle') : t('editTitle')}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <h1>{id === null ? t('newTitle') : t('editTitle')}</h1>
      <label htmlFor={`${fieldId}-name`}>{t('name')}</label>
      <div>
        <input
          type="text"
          dir="auto"
          ref={name}
          aria-invalid={writing.isEmpty}
          aria-describedby={`${fieldId}-empty`}
          {...field('name')}
        />
        <p id={`${fieldId}-empty`} className="field-refusal" role="alert">
          {writing.isEmpty && t('isEmpty')}
        </p>
      </div>
      <label htmlFor={`${fieldId}-company`}>{t('company')}</label>
      <input type="text" dir="auto" {...field('company')} />
      <NumberRows writing={writing} />
      <label htmlFor={`${fieldId}-email`}>{t('email')}</label>
      <input type="text" inputMode="email" dir="ltr" spellCheck={false} {...field('email')} />
      <label htmlFor={`${fieldId}-note`}>{t('note')}</label>
      <textarea
        id={`${fieldId}-note`}
        dir="auto"
        rows={3}
        maxLength={10_000}
        value={form.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div className="contact-form-foot">
        {asks ? (
          <Question onDiscard={discard} onGoOn={goOn} />
        ) : (
          <>
            <button
              type="submit"
              className="button primary"
              disabled={writing.isPending}
              aria-keyshortcuts="Control+Enter"
            >
              {t('save')}
            </button>
            <button type="button" className="button" onClick={leave}>
              {t('cancel')}
            </button>
          </>
        )}
      </div>
      {writing.error && (
        <p className="field-refusal contact-form-foot" role="alert">
          {failureText(writing.error)}
        </p>
      )}
    </form>
  );
}

function Question({ onDiscard, onGoOn }: { readonly onDiscard: () => void; readonly onGoOn: () => void }) {
  const t = useTranslations('contact');
  const goOn = useRef<HTMLButtonElement>(null);
  useEffect(() => goOn.current?.focus(), []);
  return (
    <>
      <p role="alert">{t('discardQuestion')}</p>
      <button type="button" className="button" onClick={onDiscard}>
        {t('discard')}
      </button>
      <button type="button" className="button primary" ref={goOn} onClick={onGoOn}>
        {t('goOn')}
      </button>
    </>
  );
}
