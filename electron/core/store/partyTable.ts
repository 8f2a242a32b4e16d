import type { Database } from 'better-sqlite3';

import type { Call } from '../calls/call.ts';
import { searchText } from '../text/searchText.ts';

/** Everybody the log knows. */
export function partyTable(db: Database) {
  const put = db.prepare<[string, string], { id: number }>(
    'INSERT INTO parties (person, key) VALUES (?, ?) ON CONFLICT (person) DO NOTHING RETURNING id',
  );
  const putText = db.prepare<[number, string]>('INSERT INTO parties_text (rowid, text) VALUES (?, ?)');

  const forget = db.prepare<[string], { id: number }>('DELETE FROM parties WHERE person = ? RETURNING id');
  const forgetText = db.prepare<[number]>('DELETE FROM parties_text WHERE rowid = ?');

  return {
    /** Makes the other party of a call known; a withheld caller may be anybody. */
    know({ person, e164, number }: Call): void {
      const key = e164 ?? number;
      if (person === null || key === null) return;
      const written = put.get(person, key);
      if (written !== undefined) putText.run(written.id, searchText(key));
    },
    /** No call with this person is left. */
    forget(person: string): void {
      const forgotten = forget.get(person);
      if (forgotten !== undefined) forgetText.run(forgotten.id);
    },
  };
}
