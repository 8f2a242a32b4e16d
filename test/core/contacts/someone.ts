import type { ContactDraft } from '../../../shared/contact.ts';
import type { Running } from '../../support/startApp.ts';

/** A draft of somebody; numbers as they are, or with a label behind a colon. */
export function someone(
  name: string,
  numbers: readonly string[] = [],
  fields: Partial<ContactDraft> = {},
): ContactDraft {
  return {
    name,
    company: null,
    email: null,
    note: null,
    numbers: numbers.map((text) => {
      const [number = '', label = null] = text.split(':');
      return { number, label };
    }),
    ...fields,
  };
}

/** Adds contacts, one after the other. Resolves with their ids. */
export async function add(running: Running, ...drafts: readonly ContactDraft[]): Promise<number[]> {
  const ids: number[] = [];
  for (const draft of drafts) {
    const saved = await running.ask('contacts.save', { id: null, draft, takeOver: false });
    if (saved.kind !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
    ids.push(saved.contact.id);
  }
  return ids;
}

/** The names that a search finds, by name. */
export async function found(running: Running, search = ''): Promise<string[]> {
  const { contacts } = await running.ask('contacts.page', { search, after: null, limit: 100 });
  return contacts.map(({ name }) => name);
}
