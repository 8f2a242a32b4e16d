import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { Contact } from '../../shared/contact.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useAsk } from '../data/ask.ts';
import { useUndoToast } from '../toast/useUndoToast.ts';

interface MergeFormProps {
  readonly contacts: readonly Contact[];
  readonly onMerged: (contact: Contact) => void;
}

/** Contacts side by side: one of them stays, and what the others know goes into it. The toast takes it back. */
export function MergeForm({ contacts, onMerged }: MergeFormProps) {
  const t = useTranslations('merge');
  const ask = useAsk();
  const tell = useUndoToast();
  const failureText = useFailureText();
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const into = contacts.find((contact) => contact.id === chosen)?.id ?? mostKnown(contacts);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (kept: number) =>
      ask('contacts.merge', { into: kept, from: contacts.map((one) => one.id).filter((one) => one !== kept) }),
    onSuccess: ({ contact, undo }) => {
      tell(t('done', { name: contact.name, count: contacts.length }), undo);
      onMerged(contact);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (into !== null) mutate(into);
  }

  return (
    <form className="merge" onSubmit={submit}>
      <fieldset>
        <legend className="unseen">{t('which')}</legend>
        {contacts.map((contact) => (
          <label key={contact.id} className="merge-card" data-kept={contact.id === into}>
            <input type="radio" name={id} checked={contact.id === into} onChange={() => setChosen(contact.id)} />
            <Known contact={contact} />
          </label>
        ))}
      </fieldset>
      <div className="merge-deeds">
        <button type="submit" className="button primary" disabled={isPending}>
          <Icon name="merge" />
          {t('merge', { count: contacts.length })}
        </button>
        {error && (
          <p className="field-refusal" role="alert">
            {failureText(error)}
          </p>
        )}
      </div>
    </form>
  );
}

/** Everything that may tell one from the other. */
function Known({ contact: { name, company, email, numbers, note } }: { readonly contact: Contact }) {
  return (
    <span className="merge-known">
      <bdi className="merge-name" dir="auto" title={name}>
        {name}
      </bdi>
      {company !== null && (
        <bdi dir="auto" title={company}>
          {company}
        </bdi>
      )}
      {numbers.map(({ key, display, label }) => (
        <span key={key}>
          <bdi dir="ltr">{display}</bdi> {label !== null && <bdi className="quiet">{label}</bdi>}
        </span>
      ))}
      {email !== null && (
        <bdi dir="ltr" title={email}>
          {email}
        </bdi>
      )}
      {note !== null && (
        <bdi className="quiet" dir="auto" title={note}>
          {note}
        </bdi>
      )}
    </span>
  );
}

/** Whoever most is known of: the likeliest one to stay. */
function mostKnown(contacts: readonly Contact[]): number | null {
  const weigh = ({ numbers, company, email, note }: Contact) =>
    numbers.length * 2 + [company, email, note].filter((one) => one !== null).length;
  const [best] = contacts.toSorted((one, other) => weigh(other) - weigh(one));
  return best?.id ?? null;
}
