import type { Contact } from '../../../shared/contact.ts';
import { writeNumber } from '../numbers/write.ts';
import type { StoredContact } from '../store/contactTable.ts';

/** A contact as a window shows it: with its numbers written for people. */
export function contactView({ id, name, company, email, note, numbers, changedAtUs }: StoredContact): Contact {
  return {
    id,
    name,
    company,
    email,
    note,
    numbers: numbers.map(({ key, label }) => ({ key, display: writeNumber(key).display, label })),
    changedAtUs,
  };
}
