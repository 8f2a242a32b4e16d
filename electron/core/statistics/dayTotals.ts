import type { Outcome, Us } from '../../../shared/call.ts';
import { outcomeGroupOf } from '../../../shared/outcomeGroup.ts';
import type { Call } from '../calls/call.ts';

/** What statistics need of a call that is over. */
export interface CountedCall extends Pick<Call, 'direction' | 'outcome' | 'startedAtUs' | 'ringUs' | 'talkUs'> {
  /** Who called me, by the id of the party; null for a colleague, a withheld number, and calls of my own. */
  readonly caller: number | null;
}

/** What a day, or some days in a row, come to; small enough to be kept, whole enough to be added up to any period. */
export interface DayTotals {
  /** Of each of the days. */
  readonly days: readonly DayFacts[];
  /** How many calls rang, and were talked in, for how many seconds. */
  readonly rings: LengthCounts;
  readonly talks: LengthCounts;
  readonly callers: CallerColumns;
}

export interface DayFacts {
  readonly incoming: Readonly<Partial<Record<Outcome, number>>>;
  readonly outgoing: Readonly<Partial<Record<Outcome, number>>>;
  /** Incoming calls by the hour. */
  readonly hours: readonly number[];
  readonly talkUs: Us;
}

/** Pairs of a whole number of seconds and how often it occurred. */
export type LengthCounts = Uint32Array;

/** Whoever called from outside: the columns of a table with a line for each. */
export interface CallerColumns {
  readonly ids: Uint32Array;
  readonly calls: Uint32Array;
  readonly missed: Uint32Array;
  readonly talkUs: Float64Array;
  /** When their newest call began. */
  readonly newestUs: Float64Array;
}

interface CallerLine {
  calls: number;
  missed: number;
  talkUs: Us;
  newestUs: Us;
}

/** Adds the calls of one day up. `hourOf`: see Calendar. */
export function totalsOf(calls: Iterable<CountedCall>, hourOf: (atUs: Us) => number): DayTotals {
  const incoming: Partial<Record<Outcome, number>> = {};
  const outgoing: Partial<Record<Outcome, number>> = {};
  const hours = Array.from({ length: 24 }, () => 0);
  const rings = new Map<number, number>();
  const talks = new Map<number, number>();
  const callers = new Map<number, CallerLine>();
  let allTalkUs = 0;
  for (const { direction, outcome, startedAtUs, ringUs, talkUs, caller } of calls) {
    const counts = direction === 'in' ? incoming : outgoing;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    allTalkUs += lengthUs(talkUs);
    if (talkUs !== null) increase(talks, secondsOf(talkUs));
    if (direction === 'out') continue;
    const hour = hourOf(startedAtUs);
    hours[hour] = (hours[hour] ?? 0) + 1;
    if (ringUs !== null) increase(rings, secondsOf(ringUs));
    if (caller === null) continue;
    add(callers, caller, {
      calls: 1,
      missed: outcomeGroupOf(outcome) === 'missed' ? 1 : 0,
      talkUs: lengthUs(talkUs),
      newestUs: startedAtUs,
    });
  }
  return { days: [{ incoming, outgoing, hours, talkUs: allTalkUs }], ...packed(rings, talks, callers) };
}

/** Days that follow each other as one. */
export function joined(parts: readonly DayTotals[]): DayTotals {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const rings = new Map<number, number>();
  const talks = new Map<number, number>();
  const callers = new Map<number, CallerLine>();
  for (const part of parts) {
    addPairs(rings, part.rings);
    addPairs(talks, part.talks);
    const { ids, calls, missed, talkUs, newestUs } = part.callers;
    for (const [line, id] of ids.entries()) {
      add(callers, id, {
        calls: calls[line] ?? 0,
        missed: missed[line] ?? 0,
        talkUs: talkUs[line] ?? 0,
        newestUs: newestUs[line] ?? 0,
      });
    }
  }
  return { days: parts.flatMap(({ days }) => days), ...packed(rings, talks, callers) };
}

type Packed = Pick<DayTotals, 'rings' | 'talks' | 'callers'>;

function packed(
  rings: ReadonlyMap<number, number>,
  talks: ReadonlyMap<number, number>,
  callers: ReadonlyMap<number, CallerLine>,
): Packed {
  // In the order of their ids, which sums go through faster.
  const lines = [...callers].sort(([a], [b]) => a - b);
  return {
    rings: Uint32Array.from([...rings].flat()),
    talks: Uint32Array.from([...talks].flat()),
    callers: {
      ids: Uint32Array.from(lines, ([id]) => id),
      calls: Uint32Array.from(lines, ([, { calls }]) => calls),
      missed: Uint32Array.from(lines, ([, { missed }]) => missed),
      talkUs: Float64Array.from(lines, ([, { talkUs }]) => talkUs),
      newestUs: Float64Array.from(lines, ([, { newestUs }]) => newestUs),
    },
  };
}

function add(callers: Map<number, CallerLine>, id: number, { calls, missed, talkUs, newestUs }: CallerLine): void {
  const line = callers.get(id) ?? { calls: 0, missed: 0, talkUs: 0, newestUs: 0 };
  line.calls += calls;
  line.missed += missed;
  line.talkUs += talkUs;
  line.newestUs = Math.max(line.newestUs, newestUs);
  callers.set(id, line);
}

function addPairs(counts: Map<number, number>, pairs: LengthCounts): void {
  for (let index = 0; index < pairs.length; index += 2) increase(counts, pairs[index] ?? 0, pairs[index + 1]);
}

/** A negative length comes of two clocks that differ, and counts as none. */
function lengthUs(us: Us | null): Us {
  return Math.max(0, us ?? 0);
}

function secondsOf(us: Us): number {
  return Math.round(lengthUs(us) / 1_000_000);
}

function increase(counts: Map<number, number>, key: number, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
