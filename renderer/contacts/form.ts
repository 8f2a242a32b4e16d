import type { Contact, ContactDraft } from '../../shared/contact.ts';

/** A contact as its fields hold it while somebody writes. */
export interface Form {
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly note: string;
  /** The last row is empty, for one number more. */
  readonly numbers: readonly NumberFields[];
}

export interface NumberFields {
  /** Stays with the row while rows above it come and go. */
  readonly key: number;
  readonly number: string;
  readonly label: string;
}

export function formOf({ name, company, email, note, numbers }: Contact): Form {
  const fields = numbers.map(({ display, label }, key) => ({ key, number: display, label: label ?? '' }));
  return withRoom({ name, company: company ?? '', email: email ?? '', note: note ?? '', numbers: fields });
}

/** @param number filled in; null for none */
export function emptyForm(number: string | null): Form {
  const numbers = number === null ? [] : [{ key: 0, number, label: '' }];
  return withRoom({ name: '', company: '', email: '', note: '', numbers });
}

/** The same with an empty row for one number more. */
export function withRoom(form: Form): Form {
  const last = form.numbers.at(-1);
  if (last?.number === '' && last.label === '') return form;
  const key = Math.max(-1, ...form.numbers.map((row) => row.key)) + 1;
  return { ...form, numbers: [...form.numbers, { key, number: '', label: '' }] };
}

/** What the core is asked to save: without the rows that hold no number. */
export function draftOf(form: Form): ContactDraft {
  const numbers = form.numbers
    .filter(({ number }) => number.trim() !== '')
    .map(({ number, label }) => ({ number: number.trim(), label: orNull(label) }));
  return {
    name: form.name.trim(),
    company: orNull(form.company),
    email: orNull(form.email),
    note: orNull(form.note),
    numbers,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Whether both come to the same contact. */
export function isSame(one: Form, other: Form): boolean {
  return JSON.stringify(draftOf(one)) === JSON.stringify(draftOf(other));
}

/** The names under which unsaved words are kept. */
export const keptName = {
  of: (id: number) => `contact ${id}`,
  new: (number: string | null) => `new contact ${number ?? ''}`,
};
