import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { HoldReason } from '../../../shared/pop.ts';
import type { Gap } from '../../../shared/reach.ts';
import type { Store } from './store.ts';

/**
 * Brings what people wrote, decided and deleted, and when events could not get here, from a damaged file into a fresh one: unlike calls it cannot be worked out
 * again. What stands in the fresh one already stays. Call it inside `store.write`.
 */
export function salvageWritten(from: Database, into: Store): void {
  const read = reader(from);
  for (const { ref, at } of read<{ ref: string; at: Us }>('ref, at_us AS at FROM removed', 'ref')) {
    into.removed.put({ ref, person: null }, at);
  }
  const settled = read<{ ref: string; at: Us; reason: string | null }>(
    'ref, at_us AS at, reason FROM settled_by_hand',
    'ref',
  );
  for (const { ref, at, reason } of settled) into.followUps.settleByHand(ref, at, reason);
  const notes = read<{ ref: string; person: string | null; at: Us; note: string }>(
    'ref, person, at_us AS at, note FROM notes',
    'rowid',
  );
  for (const { ref, person, at, note } of notes) {
    if (into.notes.get(ref) === null) into.notes.put(ref, person, at, note);
  }
  const tags = read<{ ref: string; tag: string }>('ref, tag FROM tags CROSS JOIN tag_names ON id = tag_id', 'ref');
  for (const { ref, tag } of tags) into.tags.put(ref, tag);
  for (const { ref, until } of read<{ ref: string; until: Us }>('ref, until_us AS until FROM snoozed', 'ref')) {
    into.snoozes.put(ref, until);
  }
  const heldBack = read<{ ref: string; at: Us; reason: HoldReason }>('ref, at_us AS at, reason FROM held_back', 'ref');
  for (const { ref, at, reason } of heldBack) into.heldBack.put(ref, at, reason);
  for (const gap of read<Gap>('from_us AS fromUs, to_us AS toUs, cause FROM gaps', 'from_us')) {
    if (gap.toUs !== null) into.gaps.put(gap);
  }
  salvageContacts(read, into);
}

interface ContactRow {
  readonly id: number;
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly changedAtUs: Us;
  readonly revision: number;
}

function salvageContacts(read: ReturnType<typeof reader>, into: Store): void {
  const numbers = read<{ key: string; contact: number; label: string | null }>(
    'key, contact_id AS contact, label FROM contact_numbers',
    'key',
  );
  const contacts = read<ContactRow>(
    'id, name, company, email, note, changed_at_us AS changedAtUs, revision FROM contacts',
    'id',
  );
  const numbersOf = Map.groupBy(numbers, ({ contact }) => contact);
  for (const contact of contacts) {
    const own = (numbersOf.get(contact.id) ?? []).filter(({ key }) => into.contacts.ownerOf(key) === null);
    const isTaken = into.contacts.get(contact.id) !== null;
    into.contacts.add({ ...contact, id: isTaken ? null : contact.id, numbers: own });
  }
}

/** Answers what can be read from both ends of a table; nothing where the file is of a version that had no such table. */
function reader(db: Database) {
  return <Row>(select: string, order: string): Row[] => {
    const rows = new Map<string, Row>();
    for (const direction of ['ASC', 'DESC']) {
      try {
        const found = db.prepare<[], Row>(`SELECT ${select} ORDER BY ${order} ${direction}`).iterate();
        for (const row of found) rows.set(JSON.stringify(row), row);
        break;
      } catch {
        // A broken page, which the other direction reaches from behind; or no such table.
      }
    }
    return [...rows.values()];
  };
}
