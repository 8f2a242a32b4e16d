import type { Database } from 'better-sqlite3';

import type { Direction, Outcome, Us } from '../../../shared/call.ts';
import type { Period } from '../../../shared/statistics.ts';
import type { Calendar } from '../statistics/calendar.ts';
import { type CountedCall, type DayTotals, totalsOf } from '../statistics/dayTotals.ts';
import type { Stretch } from '../statistics/stretches.ts';
import { type PackedDays, packDays, unpackDays } from './packedDays.ts';

interface Span extends Period {
  readonly zone: string;
}

type Counted = [Direction, Outcome, startedAtUs: Us, ringUs: Us | null, talkUs: Us | null, caller: number | null];

/** What calls that are over come to by days, worked out from them or as it was kept. */
export function dayTable(db: Database) {
  const keptWith = (callers: string) =>
    db.prepare<[Span], PackedDays>(
      `SELECT facts, rings, talks, ${callers} AS callers FROM days
       WHERE to_us = @toUs AND from_us = @fromUs AND zone = @zone`,
    );
  // The callers are by far the greatest part of a row, and only where they are named is it read.
  const kept = { named: keptWith('callers'), unnamed: keptWith("x''") };
  const known = db.prepare<[Span], Period>(
    `SELECT from_us AS fromUs, to_us AS toUs FROM days
     WHERE to_us > @fromUs AND to_us <= @toUs AND from_us >= @fromUs AND zone = @zone`,
  );
  const keep = db.prepare<[Span & PackedDays]>(
    `INSERT OR REPLACE INTO days (zone, from_us, to_us, facts, rings, talks, callers)
     VALUES (@zone, @fromUs, @toUs, @facts, @rings, @talks, @callers)`,
  );
  const removeOthers = db.prepare<[string]>('DELETE FROM days WHERE zone <> ?');
  // From the calls to their parties, never the other way, whatever ANALYZE has found.
  const counted = db
    .prepare<[Us, Us], Counted>(
      `SELECT calls.direction, calls.outcome, calls.started_at_us, calls.ring_us, calls.talk_us, parties.id
       FROM calls INDEXED BY calls_over
       LEFT JOIN parties ON parties.person = calls.person AND calls.direction = 'in' AND calls.internal = 0
       WHERE calls.outcome <> 'in-progress' AND calls.started_at_us >= ? AND calls.started_at_us < ?`,
    )
    .raw();
  const span = db.prepare<[], { firstUs: Us | null; lastUs: Us | null }>(
    `SELECT (SELECT min(started_at_us) FROM calls INDEXED BY calls_over WHERE outcome <> 'in-progress') AS firstUs,
       (SELECT max(started_at_us) FROM calls INDEXED BY calls_over WHERE outcome <> 'in-progress') AS lastUs`,
  );
  const highestParty = db.prepare<[], number | null>('SELECT max(id) FROM parties').pluck();
  const refOf = db
    .prepare<[Us, number], string>(
      `SELECT ref FROM calls INDEXED BY calls_over
       WHERE outcome <> 'in-progress' AND started_at_us = ? AND person = (SELECT person FROM parties WHERE id = ?)
         AND direction = 'in' AND internal = 0
       ORDER BY ref DESC LIMIT 1`,
    )
    .pluck();

  function* countedWithin({ fromUs, toUs }: Period): Generator<CountedCall, undefined> {
    for (const [direction, outcome, startedAtUs, ringUs, talkUs, caller] of counted.iterate(fromUs, toUs)) {
      yield { direction, outcome, startedAtUs, ringUs, talkUs, caller };
    }
  }

  return {
    /** The first and the last moment at which a call that is over began; null when there is none. */
    span(): { readonly firstUs: Us; readonly lastUs: Us } | null {
      const { firstUs = null, lastUs = null } = span.get() ?? {};
      return firstUs === null || lastUs === null ? null : { firstUs, lastUs };
    },
    /** Tells of stretches within a period whether they are kept. */
    known({ zone }: Calendar, { fromUs, toUs }: Period): (stretch: Stretch) => boolean {
      const spans = new Set(known.all({ zone, fromUs, toUs }).map(nameOf));
      return (stretch) => spans.has(nameOf(spanOf(stretch)));
    },
    /** What is kept of a stretch, with its callers or without; null when nothing is. */
    kept({ zone }: Calendar, stretch: Stretch, callers: 'named' | 'unnamed'): DayTotals | null {
      const row = kept[callers].get({ zone, ...spanOf(stretch) });
      return row === undefined ? null : unpackDays(row);
    },
    /** A day, or a part of one, worked out from its calls. */
    workedOut: (calendar: Calendar, part: Period): DayTotals => totalsOf(countedWithin(part), calendar.hour),
    /** Until one of the calls is written again. */
    keep: ({ zone }: Calendar, stretch: Stretch, totals: DayTotals) =>
      void keep.run({ zone, ...spanOf(stretch), ...packDays(totals) }),
    /** Forgets the days of every other zone. */
    settleIn: ({ zone }: Calendar) => void removeOthers.run(zone),
    /** The highest id of a party. */
    highestParty: () => highestParty.get() ?? 0,
    /** The ref of a call that somebody began at a moment. */
    refOf: (party: number, atUs: Us) => refOf.get(atUs, party) ?? null,
  };
}

/** A zone may have changed its mind about a day since: both ends have to be the same. */
function nameOf({ fromUs, toUs }: Period): string {
  return `${fromUs} ${toUs}`;
}

function spanOf(stretch: Stretch): Period {
  return { fromUs: stretch[0]?.fromUs ?? 0, toUs: stretch.at(-1)?.toUs ?? 0 };
}
