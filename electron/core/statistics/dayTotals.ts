import type { Outcome, Us } from '../../../shared/call.ts';
import { outcomeGroupOf } from '../../../shared/outcomeGroup.ts';
import type { Call } from '../calls/call.ts';

/** What statistics need of a call that is over. */
export interface CountedCall extends Pick<Call, 'direction' | 'outcome' | 'startedAtUs' | 'ringUs' | 'talkUs'> {
  /** Who called me, by the id of the party; null for a colleague, a withheld number, and calls of my own. */
  readonly caller: number | null;
}

/** What a day, or a part of one, comes to; small enough to be kept, whole enough to add days up to any period. */
export interface DayTotals {
  readonly incoming: Readonly<Partial<Record<Outcome, number>>>;
  readonly outgoing: Readonly<Partial<Record<Outcome, number>>>;
  /** Incoming calls by the hour. */
  readonly hours: readonly number[];
  readonly talkUs: Us;
  /** How many calls rang, and were talked in, for how many seconds. */
  readonly rings: LengthCounts;
  readonly talks: LengthCounts;
  readonly callers: CallerColumns;
}

/** Pairs of a whole number of seconds and how often it occurred. */
export type LengthCounts = Uint32Array;

/** Whoever called from outside: the columns of a table with a line for each. */
export interface CallerColumns {
  readonly ids: Uint32Array;
  readonly calls: Uint32Array;
  readonly missed: Uint32Array;
  readonly talkUs: Float64Array;
}

/** Adds calls of one day up. `hourOf`: see Calendar. */
export function totalsOf(calls: Iterable<CountedCall>, hourOf: (atUs: Us) => number): DayTotals {
  const incoming: Partial<Record<Outcome, number>> = {};
  const outgoing: Partial<Record<Outcome, number>> = {};
  const hours = Array.from({ length: 24 }, () => 0);
  const rings = new Map<number, number>();
  const talks = new Map<number, number>();
  const callers = new Map<number, { calls: number; missed: number; talkUs: Us }>();
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
    const totals = callers.get(caller) ?? { calls: 0, missed: 0, talkUs: 0 };
    totals.calls += 1;
    if (outcomeGroupOf(outcome) === 'missed') totals.missed += 1;
    totals.talkUs += lengthUs(talkUs);
    callers.set(caller, totals);
  }
  const lines = [...callers.values()];
  return {
    incoming,
    outgoing,
    hours,
    talkUs: allTalkUs,
    rings: Uint32Array.from([...rings].flat()),
    talks: Uint32Array.from([...talks].flat()),
    callers: {
      ids: Uint32Array.from(callers.keys()),
      calls: Uint32Array.from(lines, ({ calls: count }) => count),
      missed: Uint32Array.from(lines, ({ missed }) => missed),
      talkUs: Float64Array.from(lines, ({ talkUs }) => talkUs),
    },
  };
}

/** A negative length comes of two clocks that differ, and counts as none. */
function lengthUs(us: Us | null): Us {
  return Math.max(0, us ?? 0);
}

function secondsOf(us: Us): number {
  return Math.round(lengthUs(us) / 1_000_000);
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
