import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { Wait } from '../calls/join.ts';
import type { Overheard } from '../calls/overheard.ts';

/** What a call has told of a person: that they waited, and were spoken with. */
export interface Told {
  readonly person: string;
  readonly waitsFromUs: Us | null;
  readonly waitsToUs: Us | null;
  readonly contactAtUs: Us | null;
}

/** A colleague who spoke with somebody. */
export interface Reached {
  readonly ref: string;
  readonly atUs: Us;
  readonly by: string | null;
}

/**
 * What calls of mine may need of colleagues' calls. A row is marked as needed once one of mine has made use of it, and
 * outlives the events of its call then.
 */
export function overheardTable(db: Database) {
  const put = db.prepare<[Overheard & { ref: string }]>(
    `INSERT INTO overheard (ref, domain, person, number, waits_from_us, waits_to_us, reached_at_us, reached_by,
       handed_at_us, handed_by)
     VALUES (@ref, @domain, @person, @number, @waitsFromUs, @waitsToUs, @reachedAtUs, @reachedBy, @handedAtUs, @handedBy)
     ON CONFLICT (ref) DO UPDATE SET
       domain = excluded.domain, person = excluded.person, number = excluded.number,
       waits_from_us = excluded.waits_from_us, waits_to_us = excluded.waits_to_us,
       reached_at_us = excluded.reached_at_us, reached_by = excluded.reached_by,
       handed_at_us = excluded.handed_at_us, handed_by = excluded.handed_by
     WHERE (domain, person, number, waits_from_us, waits_to_us, reached_at_us, reached_by, handed_at_us, handed_by)
       IS NOT (excluded.domain, excluded.person, excluded.number, excluded.waits_from_us, excluded.waits_to_us,
         excluded.reached_at_us, excluded.reached_by, excluded.handed_at_us, excluded.handed_by)`,
  );
  const told = `person, waits_from_us AS waitsFromUs, waits_to_us AS waitsToUs, reached_at_us AS contactAtUs`;
  const get = db.prepare<[string], Told>(`SELECT ${told} FROM overheard WHERE ref = ?`);
  const remove = db.prepare<[string], Told>(`DELETE FROM overheard WHERE ref = ? RETURNING ${told}`);
  const need = db.prepare<[string]>('UPDATE overheard SET needed = 1 WHERE ref = ? AND needed = 0');
  const waits = db.prepare<[string, Us, Us], Wait & { ref: string; domain: string | null }>(
    `SELECT ref, domain, waits_from_us AS fromUs, waits_to_us AS toUs FROM overheard
     WHERE person = +? AND waits_from_us <= +? AND coalesce(waits_to_us, 9e18) >= +?`,
  );
  const reached = db.prepare<[string, Us], Reached>(
    `SELECT ref, reached_at_us AS atUs, reached_by AS "by" FROM overheard
     WHERE person = +? AND reached_at_us > +? ORDER BY reached_at_us LIMIT 1`,
  );
  const handed = db.prepare<[string, Us, Us], { ref: string; domain: string | null; number: string; person: string }>(
    `SELECT ref, domain, number, person FROM overheard WHERE handed_by = +? AND handed_at_us BETWEEN +? AND +?
     ORDER BY handed_at_us LIMIT 1`,
  );

  const forget = db.prepare<[string]>('DELETE FROM overheard WHERE person = ?');

  return {
    /** Returns whether that was news. */
    put: (ref: string, facts: Overheard): boolean => put.run({ ...facts, ref }).changes > 0,
    /** What this call has told so far. */
    get: (ref: string): Told | null => get.get(ref) ?? null,
    /** It turned out to be mine. Returns what it had told. */
    remove: (ref: string): Told | null => remove.get(ref) ?? null,
    /** No call of mine with this person is left. */
    forget: (person: string) => void forget.run(person),
    /** A call of mine makes use of it: it outlives its events. */
    need: (ref: string) => void need.run(ref),
    /** The lines on which this person waited at some time between the two moments. */
    waits: (person: string, fromUs: Us, toUs: Us) => waits.all(person, toUs, fromUs),
    /** The first colleague to speak with this person after a moment. */
    reachedAfter: (person: string, us: Us): Reached | null => reached.get(person, us) ?? null,
    /** Whom a colleague handed over between the two moments. */
    handedBy: (extension: string, fromUs: Us, toUs: Us) => handed.get(extension, fromUs, toUs) ?? null,
  };
}
