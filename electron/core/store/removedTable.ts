import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';

/** What is kept of a call beside its events, its note and its tags. */
const kept = ['held_back', 'settled_by_hand', 'snoozed'];

/** A call that was deleted, and whom it was with. */
export interface RemovedCall {
  readonly ref: string;
  readonly person: string | null;
}

/** Calls that the user deleted, and the deleting. */
export function removedTable(db: Database) {
  const put = db.prepare<[string, string | null, Us]>(
    `INSERT INTO removed (ref, person, at_us) VALUES (?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET person = excluded.person, at_us = excluded.at_us, purged = 0`,
  );
  const has = db.prepare<[string], { found: 1 }>('SELECT 1 AS found FROM removed WHERE ref = ?');
  const bringBack = db.prepare<[string]>('DELETE FROM removed WHERE ref = ? AND purged = 0');
  const heardOf = db.prepare<[string]>('UPDATE removed SET purged = 0 WHERE ref = ? AND purged = 1');
  const due = db.prepare<[Us, number], RemovedCall>(
    'SELECT ref, person FROM removed WHERE purged = 0 AND at_us <= ? ORDER BY at_us LIMIT ?',
  );
  const done = db.prepare<[string]>('UPDATE removed SET purged = 1, person = NULL WHERE ref = ?');
  const forget = db.prepare<[Us]>('DELETE FROM removed WHERE purged = 1 AND at_us <= ?');
  const erase = ['events', ...kept].map((table) => db.prepare<[string]>(`DELETE FROM ${table} WHERE ref = ?`));

  return {
    put: ({ ref, person }: RemovedCall, atUs: Us) => void put.run(ref, person, atUs),
    has: (ref: string) => has.get(ref) !== undefined,
    /** False when it is too late. */
    bringBack: (ref: string) => bringBack.run(ref).changes > 0,
    /** An event of it came late: there is something to erase again. */
    heardOf: (ref: string) => void heardOf.run(ref),
    /** Removed by then and not yet erased, the first `limit`. */
    due: (untilUs: Us, limit: number) => due.all(untilUs, limit),
    /** Erases the events of a call and what was decided about it. */
    erase(ref: string): void {
      for (const statement of erase) statement.run(ref);
      done.run(ref);
    },
    /** Forgets the refs of what was erased by then. */
    forget: (untilUs: Us) => void forget.run(untilUs),
  };
}
