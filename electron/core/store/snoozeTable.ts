import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';

/** Follow-ups that were put off, by the ref of their call. */
export function snoozeTable(db: Database) {
  const put = db.prepare<[string, Us]>(
    'INSERT INTO snoozed (ref, until_us) VALUES (?, ?) ON CONFLICT (ref) DO UPDATE SET until_us = excluded.until_us',
  );
  const remove = db.prepare<[string]>('DELETE FROM snoozed WHERE ref = ?');
  const until = db.prepare<[string], { untilUs: Us }>('SELECT until_us AS untilUs FROM snoozed WHERE ref = ?');
  const wake = db.prepare<[Us]>('DELETE FROM snoozed WHERE until_us <= ?');

  return {
    put: (ref: string, untilUs: Us) => void put.run(ref, untilUs),
    remove: (ref: string) => void remove.run(ref),
    /** Null for one that was not put off. */
    untilUs: (ref: string): Us | null => until.get(ref)?.untilUs ?? null,
    /** Forgets those whose time has come. Returns how many. */
    wake: (nowUs: Us) => wake.run(nowUs).changes,
  };
}
