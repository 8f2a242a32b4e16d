import type { Us } from '../../../shared/call.ts';
import type { Contact, ContactDraft } from '../../../shared/contact.ts';
import { readNumber } from '../numbers/read.ts';
import type { ContactFacts, StoredContact } from '../store/contactTable.ts';
import type { Store } from '../store/store.ts';
import { addContact, changeContact, type ContactChange, removeContact } from './changes.ts';
import { contactView } from './contactView.ts';
import { merged } from './merged.ts';
import { type BadNumber, readDraft } from './readDraft.ts';

export type Saved =
  | { readonly kind: 'saved'; readonly id: number; readonly changes: readonly ContactChange[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'bad-number' } & BadNumber)
  | { readonly kind: 'taken'; readonly numbers: readonly { readonly number: string; readonly by: Contact }[] };

interface Order {
  /** Null adds a contact. */
  readonly id: number | null;
  readonly draft: ContactDraft;
  readonly takeOver: boolean;
}

/** Adds or changes a contact. Call it inside `store.write`. */
export function saveContact(store: Store, { id, draft, takeOver }: Order, country: string, nowUs: Us): Saved {
  const { facts, bad } = readDraft(draft, country);
  const [worst] = bad;
  if (worst !== undefined) return { kind: 'bad-number', ...worst };
  if (facts === null || (draft.name === '' && facts.company === null && facts.numbers.length === 0)) {
    return { kind: 'empty' };
  }
  const before = id === null ? null : store.contacts.get(id);
  if (before === null && id !== null) return { kind: 'gone' };
  const others = ownersOf(store, facts, id);
  if (others.length > 0 && !takeOver) {
    const numbers = draft.numbers.flatMap(({ number }) => {
      const read = readNumber(number, country);
      const by = others.find((other) => other.numbers.some(({ key }) => read.kind !== 'bad' && key === read.key));
      return by === undefined ? [] : [{ number, by: contactView(by) }];
    });
    return { kind: 'taken', numbers };
  }
  const changes = others.map((other) => changeContact(store, other, without(other, facts), nowUs));
  const own = before === null ? addContact(store, facts, nowUs) : changeContact(store, before, facts, nowUs);
  return { kind: 'saved', id: own.id, changes: [...changes, own] };
}

/** Whoever else has one of these numbers. */
function ownersOf({ contacts }: Store, { numbers }: ContactFacts, id: number | null): StoredContact[] {
  const ids = new Set(numbers.flatMap(({ key }) => contacts.ownerOf(key) ?? []));
  return [...ids].filter((other) => other !== id).flatMap((other) => contacts.get(other) ?? []);
}

function without(contact: StoredContact, { numbers }: ContactFacts): ContactFacts {
  const taken = new Set(numbers.map(({ key }) => key));
  return { ...contact, numbers: contact.numbers.filter(({ key }) => !taken.has(key)) };
}

/** Those that are still there go. Call it inside `store.write`. */
export function removeContacts(store: Store, ids: readonly number[]): ContactChange[] {
  return [...new Set(ids)].flatMap((id) => store.contacts.get(id) ?? []).map((one) => removeContact(store, one));
}

/** Moves everything of the others into the first; null when that one is not there. Call it inside `store.write`. */
export function mergeContacts(
  store: Store,
  { into, from }: { readonly into: number; readonly from: readonly number[] },
  nowUs: Us,
): readonly ContactChange[] | null {
  const first = store.contacts.get(into);
  if (first === null) return null;
  const others = [...new Set(from)].filter((id) => id !== into).flatMap((id) => store.contacts.get(id) ?? []);
  const gone = others.map((other) => removeContact(store, other));
  return [...gone, changeContact(store, first, others.reduce<ContactFacts>(merged, first), nowUs)];
}
