import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';

/** What people wrote about calls. */
export function noteTable(db: Database) {
  const put = db.prepare<[string, string | null, Us, string]>(
    `INSERT INTO notes (ref, person, at_us, note) VALUES (?, ?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET person = excluded.person, at_us = excluded.at_us, note = excluded.note`,
  );
  const remove = db.prepare<[string]>('DELETE FROM notes WHERE ref = ?');
  const get = db.prepare<[string], { note: string }>('SELECT note FROM notes WHERE ref = ?');

  return {
    put: (ref: string, person: string | null, atUs: Us, note: string) => void put.run(ref, person, atUs, note),
    remove: (ref: string) => void remove.run(ref),
    get: (ref: string) => get.get(ref)?.note ?? null,
  };
}
