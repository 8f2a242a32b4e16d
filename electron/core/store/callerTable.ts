import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { CallerFacts } from '../../../shared/pop.ts';

/** The longest a caller waits, in a queue for instance, before my phone rings. */
const startToRingUs: Us = 12 * 3_600_000_000;

export type KnownOfCaller = Omit<CallerFacts, 'timeZone'>;

/** What the log knows of whoever is calling. */
export function callerTable(db: Database) {
  // One look, each part of it through an index: it stands between a ring and its card. The plus signs: see `hideParameters`.
  const known = db.prepare<
    [{ person: string; beforeUs: Us; todayUs: Us }],
    { note: string | null; sinceUs: Us | null; today: number; talk: string | null }
  >(
    `SELECT
       (SELECT note FROM notes WHERE person = +@person ORDER BY at_us DESC LIMIT 1) AS note,
       (SELECT min(missed_at_us) FROM calls INDEXED BY calls_open WHERE person = +@person AND follow_up = 'open') AS sinceUs,
       (SELECT count(*) FROM calls INDEXED BY calls_person
        WHERE person = +@person AND started_at_us >= @todayUs - ${startToRingUs} AND rang_at_us >= +@todayUs) AS today,
       (SELECT json_array(contact_at_us, talk_us, iif(contact_at_us IS answered_at_us, NULL, contact_by))
        FROM calls INDEXED BY calls_contact
        WHERE person = +@person AND contact_at_us < +@beforeUs AND (contact_at_us IS answered_at_us OR contact_by IS NOT NULL)
        ORDER BY contact_at_us DESC LIMIT 1) AS talk`,
  );

  return {
    /** `beforeUs`: when the call at hand began. `todayUs`: midnight. */
    known(person: string, beforeUs: Us, todayUs: Us): KnownOfCaller {
      const row = known.get({ person, beforeUs, todayUs });
      const talk = JSON.parse(row?.talk ?? 'null') as [Us, Us | null, string | null] | null;
      return {
        lastTalk: talk === null ? null : { atUs: talk[0], talkUs: talk[1], by: talk[2] },
        lastNote: row?.note ?? null,
        followUpSinceUs: row?.sinceUs ?? null,
        callsToday: row?.today ?? 0,
      };
    },
  };
}
