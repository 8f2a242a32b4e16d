import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { Gap } from '../../../shared/reach.ts';

/** Times in which events could not get here, and when Ringside last ran. */
export function gapTable(db: Database) {
  const put = db.prepare<[Us, Us | null, string]>(
    `INSERT INTO gaps (from_us, to_us, cause) VALUES (?, ?, ?)
     ON CONFLICT (from_us) DO UPDATE SET to_us = excluded.to_us, cause = excluded.cause`,
  );
  const list = db.prepare<[], Gap>('SELECT from_us AS fromUs, to_us AS toUs, cause FROM gaps ORDER BY from_us');
  const close = db.prepare<[Us]>('UPDATE gaps SET to_us = max(from_us, ?) WHERE to_us IS NULL');
  const removeBefore = db.prepare<[Us]>('DELETE FROM gaps WHERE to_us < ?');
  const beat = db.prepare<[Us | null]>('UPDATE heartbeat SET at_us = ?');
  const lastBeat = db.prepare<[], { at: Us | null }>('SELECT at_us AS at FROM heartbeat');

  return {
    /** Adds a piece, or changes the one that begins there. */
    put: ({ fromUs, toUs, cause }: Gap) => void put.run(fromUs, toUs, cause),
    /** The pieces, oldest first. */
    list: () => list.all(),
    /** Ends what was left to last. */
    close: (atUs: Us) => void close.run(atUs),
    removeBefore: (atUs: Us) => void removeBefore.run(atUs),
    /** Ringside runs. */
    beat: (atUs: Us) => void beat.run(atUs),
    lastBeatUs: () => lastBeat.get()?.at ?? null,
  };
}
