import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import { searchText } from '../text/searchText.ts';

/** What people wrote about calls. */
export function noteTable(db: Database) {
  const put = db.prepare<[string, string | null, Us, string, string], { id: number }>(
    `INSERT INTO notes (ref, person, at_us, note, text) VALUES (?, ?, ?, ?, ?) RETURNING id`,
  );
  const remove = db.prepare<[string], { id: number; text: string }>(
    'DELETE FROM notes WHERE ref = ? RETURNING id, text',
  );
  const get = db.prepare<[string], { note: string }>('SELECT note FROM notes WHERE ref = ?');
  const putText = db.prepare<[number, string]>('INSERT INTO notes_text (rowid, text) VALUES (?, ?)');
  const removeText = db.prepare<[number, string]>(
    "INSERT INTO notes_text (notes_text, rowid, text) VALUES ('delete', ?, ?)",
  );

  const take = (ref: string) => {
    const taken = remove.get(ref);
    if (taken !== undefined) removeText.run(taken.id, taken.text);
  };

  return {
    put(ref: string, person: string | null, atUs: Us, note: string): void {
      take(ref);
      const text = searchText(note);
      const written = put.get(ref, person, atUs, note, text);
      if (written !== undefined) putText.run(written.id, text);
    },
    remove: take,
    get: (ref: string) => get.get(ref)?.note ?? null,
  };
}
