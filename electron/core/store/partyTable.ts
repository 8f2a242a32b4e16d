import type { Database } from 'better-sqlite3';

import type { Call } from '../calls/call.ts';
import { searchText } from '../text/searchText.ts';

/** Everybody the log knows. */
export function partyTable(db: Database) {
  const put = db.prepare<[string, string], { id: number }>(
    'INSERT INTO parties (person, key) VALUES (?, ?) ON CONFLICT (person) DO NOTHING RETURNING id',
  );
  const putText = db.prepare<[number, string]>('INSERT INTO parties_text (rowid, text) VALUES (?, ?)');

  const remove = db.prepare<[string], { id: number; key: string }>(
    `DELETE FROM parties WHERE person = ? AND NOT EXISTS (
       SELECT 1 FROM calls INDEXED BY calls_person WHERE calls.person = parties.person
     ) RETURNING id, key`,
  );
  const removeText = db.prepare<[number, string]>(
    "INSERT INTO parties_text (parties_text, rowid, text) VALUES ('delete', ?, ?)",
  );

  return {
    /** Forgets somebody with whom there is no call any more. */
    forget(person: string): void {
      const gone = remove.get(person);
      if (gone !== undefined) removeText.run(gone.id, searchText(gone.key));
    },
    /** Makes the other party of a call known; a withheld caller may be anybody. */
    know({ person, e164, number }: Call): void {
      const key = e164 ?? number;
      if (person === null || key === null) return;
      const written = put.get(person, key);
      if (written !== undefined) putText.run(written.id, searchText(key));
    },
  };
}
