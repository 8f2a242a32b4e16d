import type { Us } from '../../../shared/call.ts';
import type { Reason } from '../../../shared/refusal.ts';
import type { ContactFacts, StoredContact } from '../store/contactTable.ts';
import type { Store } from '../store/store.ts';

/** What a deed did to one contact, so that it can be taken back. */
export interface ContactChange {
  readonly id: number;
  /** Null when it was added. */
  readonly before: StoredContact | null;
  /** What it was left as; null when it was removed. */
  readonly revision: number | null;
}

/** Each of these is to be called within `store.write`, with numbers that are free. */
export function addContact(store: Store, facts: ContactFacts, nowUs: Us): ContactChange {
  const id = store.contacts.add({ ...facts, id: null, changedAtUs: nowUs, revision: 1 });
  return { id, before: null, revision: 1 };
}

export function changeContact(store: Store, before: StoredContact, facts: ContactFacts, nowUs: Us): ContactChange {
  const revision = before.revision + 1;
  store.contacts.remove(before.id);
  store.contacts.add({ ...facts, id: before.id, changedAtUs: nowUs, revision });
  return { id: before.id, before, revision };
}

export function removeContact(store: Store, before: StoredContact): ContactChange {
  store.contacts.remove(before.id);
  return { id: before.id, before, revision: null };
}

export type TakenBack =
  | { readonly kind: 'taken-back' }
  /** Somebody has changed these contacts since, or one of their numbers is another's now. */
  | { readonly kind: 'declined'; readonly reason: Reason };

/** Makes contacts exactly what they were before a deed, all of them or none. Call it inside `store.write`. */
export function takeBack({ contacts }: Store, changes: readonly ContactChange[]): TakenBack {
  const own = new Set(changes.map(({ id }) => id));
  for (const { id, revision, before } of changes) {
    if (contacts.revisionOf(id) !== revision) return declined({ kind: 'contact-changed' });
    for (const { key } of before?.numbers ?? []) {
      const owner = contacts.ownerOf(key);
      if (owner !== null && !own.has(owner)) {
        return declined({ kind: 'number-taken', name: contacts.get(owner)?.name ?? key });
      }
    }
  }
  for (const { id } of changes) contacts.remove(id);
  for (const { before, revision } of changes) {
    if (before !== null) contacts.add({ ...before, revision: Math.max(before.revision, revision ?? 0) + 1 });
  }
  return { kind: 'taken-back' };
}

function declined(reason: Reason): TakenBack {
  return { kind: 'declined', reason };
}
