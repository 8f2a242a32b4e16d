import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { Suggestion } from '../../../shared/reach.ts';

/** A call that says nothing for this long never becomes mine. */
const silenceUs: Us = 600_000_000;

/** How long a call that is over is kept all the same. */
const graceUs = {
  /** It may still turn out to be mine while its events trickle in, out of order. */
  running: 30_000_000,
  /** Nobody has said yet who I am: it shall be there when the set-up is done. */
  unclaimed: silenceUs,
  /** Nothing more will be heard of it, and nothing of it shall stay on the disk. */
  stopping: -1,
} satisfies Record<string, Us>;
export type PurgeMoment = keyof typeof graceUs;

/** Calls of other people, so far. */
export function strangerTable(db: Database) {
  const put = db.prepare<[string, Us, number]>(
    `INSERT INTO strangers (ref, last_received_at_us, ended) VALUES (?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET last_received_at_us = excluded.last_received_at_us, ended = excluded.ended`,
  );
  const remove = db.prepare<[string]>('DELETE FROM strangers WHERE ref = ?');
  const refs = db.prepare<[], { ref: string }>('SELECT ref FROM strangers');
  const reidentify = db.prepare<[number]>('UPDATE events SET identity_id = ? WHERE ref IN (SELECT ref FROM strangers)');
  // Whose phone rings; of a call that somebody makes, the extension that makes it.
  const extensions = db.prepare<[Us, number], Suggestion>(
    `SELECT extension, domain, count(*) AS events FROM (
       SELECT event ->> 'domain' AS domain,
              coalesce(event ->> 'dialedUser', CASE WHEN length(event ->> 'caller') <= 6 THEN event ->> 'caller' END)
                AS extension
       FROM strangers CROSS JOIN events ON events.ref = strangers.ref WHERE strangers.last_received_at_us >= ?
     ) WHERE extension IS NOT NULL GROUP BY extension, domain ORDER BY events DESC, extension, domain LIMIT ?`,
  );
  const due = '(ended = 1 AND last_received_at_us < @ended) OR last_received_at_us < @silent';
  const purgeEvents = db.prepare<[{ ended: Us; silent: Us }]>(
    `DELETE FROM events WHERE ref IN (SELECT ref FROM strangers WHERE ${due})`,
  );
  // A call of mine with the same person that goes on may yet need it.
  const purgeOverheard = db.prepare<[]>(
    `DELETE FROM overheard WHERE needed = 0 AND ref NOT IN (SELECT ref FROM strangers)
       AND person NOT IN (SELECT person FROM calls WHERE outcome = 'in-progress' AND person IS NOT NULL)`,
  );
  const purge = db.prepare<[{ ended: Us; silent: Us }]>(`DELETE FROM strangers WHERE ${due}`);

  return {
    put: (ref: string, lastReceivedAtUs: Us, ended: boolean) => void put.run(ref, lastReceivedAtUs, Number(ended)),
    remove: (ref: string) => void remove.run(ref),
    refs: () => refs.all().map((row) => row.ref),
    /** Says of all events of strangers that they arrived while I was this; used when my extension becomes known. */
    reidentify: (identityId: number) => void reidentify.run(identityId),
    /** The extensions that calls of others were about since then, the most frequent ones first. */
    extensions: (sinceUs: Us, limit: number) => extensions.all(sinceUs, limit),
    /** Forgets the calls that never became mine, with their events and what nothing of mine needs. Returns how many. */
    purge(nowUs: Us, moment: PurgeMoment): number {
      const bounds = { ended: nowUs - graceUs[moment], silent: nowUs - silenceUs };
      purgeEvents.run(bounds);
      const purged = purge.run(bounds).changes;
      return purged + purgeOverheard.run().changes;
    },
  };
}
