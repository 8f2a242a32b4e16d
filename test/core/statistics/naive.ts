import type { Call } from '../../../electron/core/calls/call.ts';
import { personOf } from '../../../electron/core/calls/party.ts';
import { partyOf } from '../../../electron/core/requests/callRow.ts';
import type { Direction, Outcome } from '../../../shared/call.ts';
import type { Period, Statistics, Totals } from '../../../shared/statistics.ts';

/** An answered call of four seconds, with whatever the test is about changed. */
export function loggedCall(change: Partial<Call> = {}): Call {
  const number = change.number === undefined ? '+35799123456' : change.number;
  const startedAtUs = change.startedAtUs ?? 0;
  return {
    ref: 'call',
    direction: 'in',
    internal: false,
    outcome: 'answered',
    reason: null,
    cause: null,
    number,
    e164: number,
    person: personOf({ number, e164: number }, null),
    domain: null,
    extension: '1002',
    called: null,
    answeredBy: null,
    startedAtUs,
    rangAtUs: startedAtUs,
    answeredAtUs: null,
    endedAtUs: null,
    ringUs: 6_000_000,
    talkUs: 4_000_000,
    offers: 1,
    group: false,
    cameFrom: null,
    transferredTo: null,
    recording: null,
    clickToCall: false,
    clickToCallData: null,
    failedReason: null,
    contactAtUs: null,
    contactBy: null,
    callerWaits: false,
    legs: [],
    ...change,
  };
}

const quarterUs = 900_000_000;

/** The same from all calls at once, and from what `Intl` says of each of them. `of`: whose periods to take. */
export function naiveStatistics(calls: readonly Call[], { period, before }: Statistics, zone: string): Statistics {
  const over = calls.filter(({ outcome }) => outcome !== 'in-progress');
  const within = (span: Period) =>
    over.filter(({ startedAtUs }) => startedAtUs >= span.fromUs && startedAtUs < span.toUs);
  const mine = within(period);
  const clock = clockIn(zone);

  const days = new Map<string, { atUs: number; calls: Call[] }>();
  // By twelve hours, for no day is shorter; a day begins at a quarter of an hour.
  for (let atUs = period.fromUs; atUs < period.toUs; atUs += 48 * quarterUs) seen(atUs);
  seen(period.toUs - 1);
  function seen(atUs: number) {
    const { date } = clock(atUs);
    const known = days.get(date);
    if (known !== undefined) return known;
    const day = { atUs: midnightBefore(atUs), calls: [] };
    days.set(date, day);
    return day;
  }
  function midnightBefore(atUs: number) {
    const { date } = clock(atUs);
    let startUs = Math.floor(atUs / quarterUs) * quarterUs;
    while (clock(startUs - 4 * quarterUs).date === date) startUs -= 4 * quarterUs;
    while (clock(startUs - quarterUs).date === date) startUs -= quarterUs;
    return startUs;
  }
  for (const call of mine) seen(call.startedAtUs).calls.push(call);

  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { startedAtUs } of mine.filter(({ direction }) => direction === 'in')) {
    const { weekday, hour } = clock(startedAtUs);
    const hours = heat[weekday] ?? [];
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return {
    filling: null,
    period,
    before,
    totals: totalsOf(mine),
    totalsBefore: totalsOf(within(before)),
    days: [...days.values()].map(({ atUs, calls: own }) => ({
      atUs,
      incoming: countsOf(own, 'in'),
      outgoing: countsOf(own, 'out'),
    })),
    heat,
    callers: callersOf(mine),
  };
}

function clockIn(zone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return (atUs: number) => {
    const parts = new Map(format.formatToParts(atUs / 1000).map(({ type, value }) => [type, value]));
    return {
      date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
      weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(parts.get('weekday') ?? ''),
      hour: Number(parts.get('hour')),
    };
  };
}

function countsOf(calls: readonly Call[], direction: Direction) {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const call of calls) {
    if (call.direction === direction) counts[call.outcome] = (counts[call.outcome] ?? 0) + 1;
  }
  return counts;
}

function totalsOf(calls: readonly Call[]): Totals {
  const talks = calls.flatMap(({ talkUs }) => (talkUs === null ? [] : Math.max(0, talkUs)));
  const rings = calls.flatMap(({ direction, ringUs }) =>
    direction === 'in' && ringUs !== null ? Math.max(0, ringUs) : [],
  );
  return {
    incoming: countsOf(calls, 'in'),
    outgoing: countsOf(calls, 'out'),
    ring: spreadOf(rings),
    talk: spreadOf(talks),
    talkUs: talks.reduce((sum, us) => sum + us, 0),
  };
}

/** To the second. */
function spreadOf(lengths: readonly number[]): Totals['ring'] {
  if (lengths.length === 0) return null;
  const inOrder = lengths.map((us) => Math.round(us / 1_000_000) * 1_000_000).sort((a, b) => a - b);
  const at = (share: number) => inOrder[Math.ceil(inOrder.length * share) - 1] ?? 0;
  return { medianUs: at(0.5), ninetiethUs: at(0.9) };
}

function callersOf(calls: readonly Call[]): Statistics['callers'] {
  const outside = calls.filter(({ direction, internal, person }) => direction === 'in' && !internal && person !== null);
  return [...Map.groupBy(outside, ({ person }) => person).values()]
    .flatMap((own) => {
      const [newest] = own.toSorted((a, b) => b.startedAtUs - a.startedAtUs || (a.ref < b.ref ? 1 : -1));
      if (newest === undefined) return [];
      return {
        party: partyOf(newest, { masked: false, nameOf: () => null }),
        ref: newest.ref,
        calls: own.length,
        missed: own.filter(({ outcome }) => ['missed', 'busy', 'unreachable'].includes(outcome)).length,
        talkUs: own.reduce((sum, { talkUs }) => sum + Math.max(0, talkUs ?? 0), 0),
      };
    })
    .sort((a, b) => b.calls - a.calls || b.talkUs - a.talkUs)
    .slice(0, 10);
}
