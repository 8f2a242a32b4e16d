import type { Database } from 'better-sqlite3';

import type { Call } from '../calls/call.ts';

/** Calls that were joined into one, each as it came out by itself. A call that stands alone is none. */
export function partTable(db: Database) {
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO parts (ref, head, call) VALUES (?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET head = excluded.head, call = excluded.call
     WHERE (head, call) IS NOT (excluded.head, excluded.call)`,
  );
  const remove = db.prepare<[string]>('DELETE FROM parts WHERE ref = ?');
  const head = db.prepare<[string], { head: string }>('SELECT head FROM parts WHERE ref = ?');
  const ofHead = db.prepare<[string], { call: string }>('SELECT call FROM parts WHERE head = ?');

  return {
    put: (call: Call, headRef: string) => void put.run(call.ref, headRef, JSON.stringify(call)),
    remove: (ref: string) => void remove.run(ref),
    /** The ref of the call that stands for this one in the log; null when it stands for itself alone. */
    headOf: (ref: string) => head.get(ref)?.head ?? null,
    /** Everything that was joined into the call with this ref, itself among it; nothing when nothing was. */
    of: (headRef: string) => ofHead.all(headRef).map((row) => JSON.parse(row.call) as Call),
  };
}
