import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { NumberFault as BadNumber, Contact, ContactDetail, ContactSaved } from '../../shared/contact.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';
import { useKept } from '../data/useKept.ts';
import { useUndoToast } from '../toast/useUndoToast.ts';
import { draftOf, isSame, withRoom, type Form, type NumberFields } from './form.ts';

/** What is wrong with a number, until somebody changes it. */
export type NumberFault =
  | { readonly kind: 'bad'; readonly why: BadNumber }
  /** Another contact's; `isMoved` once the user wants to have it here. */
  | { readonly kind: 'taken'; readonly by: Contact; readonly isMoved: boolean };

interface Wishes {
  /** Null for a contact that is new. */
  readonly id: number | null;
  /** The name under which unsaved words are kept. */
  readonly keptAs: string;
  readonly start: Form;
  readonly onSaved: (contact: Contact) => void;
}

/** A contact while somebody writes it. Nothing written is lost: neither by a refusal, nor by a push, nor by leaving. */
export function useContactForm({ id, keptAs, start, onSaved }: Wishes) {
  const ask = useAsk();
  const client = useQueryClient();
  const t = useTranslations('contact');
  const tell = useUndoToast();
  const [kept, keep] = useKept<Form>(keptAs);
  const form = kept ?? start;
  const [faults, setFaults] = useState<ReadonlyMap<number, NumberFault>>(new Map());
  const [isEmpty, setEmpty] = useState(false);

  const forgetUnchanged = useEffectEvent(() => {
    if (isSame(form, start)) keep(undefined);
  });
  useEffect(() => () => forgetUnchanged(), []);

  function change(part: Partial<Form>) {
    const next = withRoom({ ...form, ...part });
    keep(next);
    setEmpty(false);
  }
  function changeNumber(key: number, part: Partial<NumberFields>) {
    change({ numbers: form.numbers.map((row) => (row.key === key ? { ...row, ...part } : row)) });
    if (part.number !== undefined) setFaults(new Map([...faults].filter(([row]) => row !== key)));
  }
  function removeNumber(key: number) {
    change({ numbers: form.numbers.filter((row) => row.key !== key) });
    setFaults(new Map([...faults].filter(([row]) => row !== key)));
  }

  function take(answer: ContactSaved) {
    switch (answer.kind) {
      case 'saved':
        keep(undefined);
        // The push comes soon; what the panel shows meanwhile is not the old one.
        client.setQueryData<ContactDetail | null>(
          keyOf('contacts.get', answer.contact.id),
          (read) => read && { ...read, contact: answer.contact },
        );
        tell(t('saved', { name: answer.contact.name }), answer.undo);
        onSaved(answer.contact);
        return;
      case 'empty':
        setEmpty(true);
        return;
      case 'bad-number':
        setFaults(new Map(rowsOf(form, answer.number).map((key) => [key, { kind: 'bad', why: answer.why }])));
        return;
      case 'taken':
        setFaults(
          new Map(
            answer.numbers.flatMap(({ number, by }) =>
              rowsOf(form, number).map((key) => [key, { kind: 'taken', by, isMoved: false }] as const),
            ),
          ),
        );
        return;
      default:
        assertNever(answer);
    }
  }

  const { mutate, isPending, error } = useMutation({
    mutationFn: (takeOver: boolean) => ask('contacts.save', { id, draft: draftOf(form), takeOver }),
    onSuccess: take,
  });

  /** Saves once all the numbers of others are wanted here. */
  function moveHere(key: number) {
    const next = new Map(faults);
    const fault = next.get(key);
    if (fault?.kind === 'taken') next.set(key, { ...fault, isMoved: true });
    setFaults(next);
    if ([...next.values()].every((one) => one.kind === 'taken' && one.isMoved)) mutate(true);
  }

  return {
    form,
    faults,
    isEmpty,
    isChanged: !isSame(form, start),
    isPending,
    error,
    change,
    changeNumber,
    removeNumber,
    moveHere,
    save: () => {
      if (!isPending) mutate(false);
    },
    discard: () => keep(undefined),
  };
}

/** The rows that hold a number as the core was given it. */
function rowsOf(form: Form, number: string): readonly number[] {
  return form.numbers.filter((row) => row.number.trim() === number).map(({ key }) => key);
}
