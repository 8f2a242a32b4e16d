import type { Database } from 'better-sqlite3';

import type { Direction, Outcome, Us } from '../../../shared/call.ts';
import type { Period } from '../../../shared/statistics.ts';
import type { Calendar, Day } from '../statistics/calendar.ts';
import { type CallerColumns, type CountedCall, type DayTotals, totalsOf } from '../statistics/dayTotals.ts';

type Facts = Pick<DayTotals, 'incoming' | 'outgoing' | 'hours' | 'talkUs'>;

interface Row extends Period {
  readonly facts: string;
  readonly rings: Buffer;
  readonly talks: Buffer;
  readonly callers: Buffer;
}

type Counted = [Direction, Outcome, startedAtUs: Us, ringUs: Us | null, talkUs: Us | null, caller: number | null];

/** What calls that are over come to by days, worked out from them or as it was kept. Days: see Calendar. */
export function dayTable(db: Database) {
  const kept = db.prepare<[{ zone: string; fromUs: Us; toUs: Us }], Row>(
    `SELECT from_us AS fromUs, to_us AS toUs, facts, rings, talks, callers FROM days
     WHERE from_us >= @fromUs AND from_us < @toUs AND to_us <= @toUs AND zone = @zone`,
  );
  const known = db.prepare<[{ zone: string; fromUs: Us; toUs: Us }], Period>(
    `SELECT from_us AS fromUs, to_us AS toUs FROM days
     WHERE from_us >= @fromUs AND from_us < @toUs AND to_us <= @toUs AND zone = @zone`,
  );
  const put = db.prepare<[{ zone: string } & Row]>(
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
  const newestOf = db
    .prepare<[number, Us, Us], string>(
      `SELECT ref FROM calls INDEXED BY calls_over
       WHERE outcome <> 'in-progress' AND person = (SELECT person FROM parties WHERE id = ?)
         AND direction = 'in' AND internal = 0 AND started_at_us >= ? AND started_at_us < ?
       ORDER BY started_at_us DESC, ref DESC LIMIT 1`,
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
    /** What is kept of these days. They come in order; of one that is not kept comes null. */
    kept({ zone }: Calendar, days: readonly Day[]): (DayTotals | null)[] {
      const rows = byDay(kept.all({ zone, ...spanOf(days) }));
      return days.map((day) => {
        const row = rows.get(keyOf(day));
        return row === undefined ? null : fromRow(row);
      });
    },
    /** Those of these days that are not kept. */
    unknown({ zone }: Calendar, days: readonly Day[]): Day[] {
      const rows = byDay(known.all({ zone, ...spanOf(days) }));
      return days.filter((day) => !rows.has(keyOf(day)));
    },
    /** Worked out from the calls. */
    workedOut: (calendar: Calendar, period: Period): DayTotals => totalsOf(countedWithin(period), calendar.hour),
    /** Until one of its calls is written again. */
    keep: ({ zone }: Calendar, day: Day, totals: DayTotals) => void put.run({ zone, ...toRow(day, totals) }),
    /** Forgets the days of every other zone. */
    settleIn: ({ zone }: Calendar) => void removeOthers.run(zone),
    /** The highest id of a party. */
    highestParty: () => highestParty.get() ?? 0,
    /** The ref of the newest call of a party within a period. */
    newestOf: (party: number, { fromUs, toUs }: Period) => newestOf.get(party, fromUs, toUs) ?? null,
  };
}

/** A zone may have changed its mind about a day since: both ends have to be the same. */
function keyOf({ fromUs, toUs }: Period): string {
  return `${fromUs} ${toUs}`;
}

function byDay<Of extends Period>(rows: readonly Of[]): Map<string, Of> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function spanOf(days: readonly Day[]): Period {
  return { fromUs: days[0]?.fromUs ?? 0, toUs: days.at(-1)?.toUs ?? 0 };
}

function toRow({ fromUs, toUs }: Day, { incoming, outgoing, hours, talkUs, rings, talks, callers }: DayTotals): Row {
  const facts: Facts = { incoming, outgoing, hours, talkUs };
  return {
    fromUs,
    toUs,
    facts: JSON.stringify(facts),
    rings: bytesOf(rings),
    talks: bytesOf(talks),
    callers: Buffer.concat([callers.talkUs, callers.ids, callers.calls, callers.missed].map(bytesOf)),
  };
}

function fromRow(row: Row): DayTotals {
  const facts = JSON.parse(row.facts) as Facts;
  return { ...facts, rings: numbersOf(row.rings), talks: numbersOf(row.talks), callers: columnsOf(row.callers) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function numbersOf(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset } = aligned(bytes);
  return new Uint32Array(buffer, byteOffset, bytes.length / 4);
}

/** Each line takes 20 bytes, in four columns. */
function columnsOf(bytes: Buffer): CallerColumns {
  const { buffer, byteOffset } = aligned(bytes);
  const lines = bytes.length / 20;
  const column = (index: number) => new Uint32Array(buffer, byteOffset + (8 + 4 * index) * lines, lines);
  return { talkUs: new Float64Array(buffer, byteOffset, lines), ids: column(0), calls: column(1), missed: column(2) };
}

/** Numbers of 64 bits have to begin at a multiple of 8 bytes, and nobody promises that of what SQLite gave. */
function aligned(bytes: Buffer): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
}
