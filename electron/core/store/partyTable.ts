import type { Database } from 'better-sqlite3';

import type { Call } from '../calls/call.ts';

/** Everybody the log knows. */
export function partyTable(db: Database) {
  const put = db.prepare<[string, string]>(
    'INSERT INTO parties (person, key) VALUES (?, ?) ON CONFLICT (person) DO NOTHING',
  );

  const forget = db.prepare<[string]>('DELETE FROM parties WHERE person = ?');

  return {
    /** Makes the other party of a call known; a withheld caller may be anybody. */
    know({ person, e164, number }: Call): void {
      const key = e164 ?? number;
      if (person !== null && key !== null) put.run(person, key);
    },
    forget: (person: string) => void forget.run(person),
  };
}
