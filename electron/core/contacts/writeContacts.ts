import type { StoredContact } from '../store/contactTable.ts';
import type { Store } from '../store/store.ts';
import { csvHeader, csvLine } from './contactCsv.ts';
import { vcard } from './contactVcard.ts';

/** Contacts that are read and written at a time. */
const pieceRows = 200;

/**
 * A file of these contacts, or of all of them, in pieces; `rows`: how many are in a piece. Our own import reads it back
 * without loss. Nothing is read between two pieces, so that one may take as long as it likes for each.
 */
export function* contactFile(
  store: Store,
  ids: readonly number[] | null,
  format: 'csv' | 'vcard',
): Generator<{ text: string; rows: number }> {
  const numbers = Math.max(store.contacts.mostNumbers(), 1);
  if (format === 'csv') yield { text: csvHeader(numbers), rows: 0 };
  for (const contacts of ids === null ? everybody(store) : chosen(store, ids)) {
    const rows = contacts.map((contact) => (format === 'csv' ? csvLine(contact, numbers) : vcard(contact)));
    yield { text: rows.join(''), rows: rows.length };
  }
}

function* everybody({ contacts }: Store): Generator<StoredContact[]> {
  for (let last = 0; ;) {
    const piece = contacts.following(last, pieceRows);
    const end = piece.at(-1);
    if (end === undefined) return;
    yield piece;
    last = end.id;
  }
}

function* chosen({ contacts }: Store, ids: readonly number[]): Generator<StoredContact[]> {
  for (let at = 0; at < ids.length; at += pieceRows) {
    yield ids.slice(at, at + pieceRows).flatMap((id) => contacts.get(id) ?? []);
  }
}
