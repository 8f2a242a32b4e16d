import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';

/** Longer than any days in a row that are kept as one. */
const longestUs: Us = 30 * 86_400_000_000;

/**
 * Takes away what is kept of the day of a call, and of days in a row that it is one of: the call is another now. By hand
 * and not by triggers, which cost every event more than all the rest of it does here.
 */
export function staleDays(db: Database): (startedAtUs: Us) => void {
  const remove = db.prepare<[{ atUs: Us; longestUs: Us }]>(
    'DELETE FROM days WHERE to_us > @atUs AND to_us <= @atUs + @longestUs AND from_us <= @atUs',
  );
  return (atUs) => void remove.run({ atUs, longestUs });
}
