import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { HoldReason } from '../../../shared/pop.ts';

/** Why calls were not told of when they rang. */
export function heldBackTable(db: Database) {
  const put = db.prepare<[string, Us, HoldReason]>(
    `INSERT INTO held_back (ref, at_us, reason) VALUES (?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET at_us = excluded.at_us, reason = excluded.reason`,
  );
  const get = db.prepare<[string], { atUs: Us; reason: HoldReason }>(
    'SELECT at_us AS atUs, reason FROM held_back WHERE ref = ?',
  );

  return {
    put: (ref: string, atUs: Us, reason: HoldReason) => void put.run(ref, atUs, reason),
    get: (ref: string) => get.get(ref) ?? null,
  };
}
