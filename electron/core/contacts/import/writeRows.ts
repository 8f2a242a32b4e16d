import type { Us } from '../../../../shared/call.ts';
import type { ContactFacts } from '../../store/contactTable.ts';
import type { Store } from '../../store/store.ts';
import { addContact, changeContact, type ContactChange } from '../changes.ts';
import { isSame, merged } from '../merged.ts';
import type { GoodRow, PlannedRow } from './planRows.ts';

/** What became of a row. `id`: the contact it is part of now. */
export type RowOutcome =
  | { readonly kind: 'added' | 'merged'; readonly id: number; readonly change: ContactChange }
  | { readonly kind: 'skipped'; readonly id: number | null }
  | { readonly kind: 'bad'; readonly id: null };

/**
 * Writes a row, by what the contacts are now: since the plan somebody may have changed them. Numbers that are another
 * contact's stay with it. `contactOf`: where a row further up went. Call it inside `store.write`.
 */
export function writeRow(
  store: Store,
  row: PlannedRow,
  contactOf: (index: number) => number | null,
  nowUs: Us,
): RowOutcome {
  if (row.kind === 'bad') return { kind: 'bad', id: null };
  switch (row.deed) {
    case 'skip':
      return { kind: 'skipped', id: row.known };
    case 'add':
      return add(store, row.facts, nowUs);
    case 'merge':
      return merge(store, row, contactOf, nowUs);
  }
}

function add(store: Store, facts: ContactFacts, nowUs: Us): RowOutcome {
  const free = freeNumbers(store, facts, null);
  // All that it could be called by is somebody's by now.
  if (free.length === 0 && facts.numbers.length > 0) return { kind: 'skipped', id: null };
  const change = addContact(store, { ...facts, numbers: free }, nowUs);
  return { kind: 'added', id: change.id, change };
}

function merge(
  store: Store,
  { facts, known, like }: GoodRow,
  contactOf: (index: number) => number | null,
  nowUs: Us,
): RowOutcome {
  const owner = facts.numbers.map(({ key }) => store.contacts.ownerOf(key)).find((id) => id !== null);
  const id = owner ?? known ?? (like === null ? null : contactOf(like));
  const into = id === null ? null : store.contacts.get(id);
  if (into === null) return add(store, facts, nowUs);
  const whole = merged(into, { ...facts, numbers: freeNumbers(store, facts, into.id) });
  if (isSame(whole, into)) return { kind: 'skipped', id: into.id };
  return { kind: 'merged', id: into.id, change: changeContact(store, into, whole, nowUs) };
}

/** Numbers that are nobody's, or this contact's own. */
function freeNumbers({ contacts }: Store, { numbers }: ContactFacts, own: number | null): ContactFacts['numbers'] {
  return numbers.filter(({ key }) => {
    const owner = contacts.ownerOf(key);
    return owner === null || owner === own;
  });
}
