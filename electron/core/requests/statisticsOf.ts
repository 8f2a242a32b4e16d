import type { Outcome, Us } from '../../../shared/call.ts';
import type { CallerTotals, DayTotals as DayInView, Period, Statistics, Totals } from '../../../shared/statistics.ts';
import type { Calendar, Day } from '../statistics/calendar.ts';
import { type CallerSum, emptyCallerSums } from '../statistics/callerSums.ts';
import { type DayFacts, type DayTotals, joined, totalsOf } from '../statistics/dayTotals.ts';
import { emptyLengths } from '../statistics/lengths.ts';
import { type Stretch, stretchesOf } from '../statistics/stretches.ts';
import { nextTurn } from '../store/rebuild.ts';
import type { Store } from '../store/store.ts';
import { partyOf } from './callRow.ts';
import type { View } from './view.ts';

export interface StatisticsOptions {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly nowUs: Us;
  readonly view: View;
  /** Days that are added up in the background anyway are not waited for longer than that, in ms. */
  readonly patienceMs: number;
}

/** Callers who are named. */
const most = 10;

/** How long it may go on before events are let in, in ms. */
const sliceMs = 8;

/**
 * What the calls of a period come to; all calls with null. Days that are over are mostly kept added up; what is missing
 * of them, today, and days that the period cuts are worked out from their calls, as far as patience goes.
 */
export async function statisticsOf(asked: Period | null, options: StatisticsOptions): Promise<Statistics> {
  const { store, calendar } = options;
  const period = asked ?? wholeLog(options);
  const count = calendar.days(period.fromUs, period.toUs).length;
  const clockUs = period.fromUs - calendar.midnight(period.fromUs, 0);
  const before = { fromUs: calendar.midnight(period.fromUs, -count) + clockUs, toUs: period.fromUs };

  const waiting = waitingOf(options);
  const totals = emptyTotals();
  const days: DayInView[] = [];
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const callers = emptyCallerSums(store.days.highestParty());
  for await (const { stretch, found } of piecesOf(period, 'named', options, waiting)) {
    totals.add(found);
    callers.add(found.callers);
    for (const [index, day] of stretch.entries()) {
      const facts = found.days[index];
      if (facts === undefined) continue;
      const { incoming, outgoing, hours } = facts;
      days.push({ atUs: day.fromUs, incoming, outgoing });
      const sums = heat[day.weekday] ?? [];
      for (const [hour, calls] of hours.entries()) sums[hour] = (sums[hour] ?? 0) + calls;
    }
  }
  const totalsBefore = emptyTotals();
  for await (const { found } of piecesOf(before, 'unnamed', options, waiting)) totalsBefore.add(found);

  return {
    filling: waiting.share(),
    period,
    before,
    totals: totals.inAll(),
    totalsBefore: totalsBefore.inAll(),
    days: days.sort((a, b) => a.atUs - b.atUs),
    heat,
    callers: callers.top(most).flatMap((caller) => callerOf(caller, options)),
  };
}

/** From the day of the first call to today, or to a later one that a wrong clock has made. */
function wholeLog({ store, calendar, nowUs }: StatisticsOptions): Period {
  const { firstUs, lastUs } = store.days.span() ?? { firstUs: nowUs, lastUs: nowUs };
  return { fromUs: calendar.midnight(firstUs, 0), toUs: calendar.midnight(Math.max(lastUs, nowUs), 1) };
}

/** A period cut up into stretches, in no order, with what each of them, within the period, comes to. */
async function* piecesOf(
  period: Period,
  callers: 'named' | 'unnamed',
  { store, calendar, nowUs }: StatisticsOptions,
  waiting: Waiting,
): AsyncGenerator<{ readonly stretch: Stretch; readonly found: DayTotals }> {
  const { firstUs, lastUs } = store.days.span() ?? { firstUs: Infinity, lastUs: -Infinity };
  const noCalls = totalsOf([], calendar.hour);
  const workedOut = (day: Day): DayTotals => {
    const part = { fromUs: Math.max(day.fromUs, period.fromUs), toUs: Math.min(day.toUs, period.toUs) };
    return part.toUs <= firstUs || part.fromUs > lastUs ? noCalls : store.days.workedOut(calendar, part);
  };
  const days = calendar.days(period.fromUs, period.toUs);
  const isKnown = store.days.known(calendar, period);
  const { whole, left } = stretchesOf(days);
  const inRow = whole.filter(isKnown);
  // The latest first: they matter most, and of today nothing is kept.
  const single = [...left, ...whole.filter((stretch) => !isKnown(stretch)).flat()].toSorted(
    (a, b) => b.fromUs - a.fromUs,
  );
  const todayUs = calendar.midnight(nowUs, 0);
  /** It is kept sooner or later: a day that is over, and that the period does not cut, with calls. */
  const isFollowed = ({ fromUs, toUs }: Day) =>
    fromUs >= period.fromUs && toUs <= Math.min(period.toUs, todayUs) && toUs > firstUs && fromUs <= lastUs;
  let untilMs = performance.now() + sliceMs;
  for (const stretch of [...inRow, ...single.map((day) => [day])]) {
    // A call may have been written since.
    const kept = isKnown(stretch) ? store.days.kept(calendar, stretch, callers) : null;
    const mayWait = kept === null && stretch.every(isFollowed);
    if (mayWait && waiting.isOver()) {
      waiting.skip(stretch.length);
      yield { stretch, found: joined(stretch.map(() => noCalls)) };
      continue;
    }
    waiting.count(stretch.length);
    yield { stretch, found: kept ?? joined(stretch.map(workedOut)) };
    if (performance.now() < untilMs) continue;
    await nextTurn();
    untilMs = performance.now() + sliceMs;
  }
}

type Waiting = ReturnType<typeof waitingOf>;

/** For how long days are worked out that nothing is kept of, and how many of all are left out. */
function waitingOf({ patienceMs }: StatisticsOptions) {
  const untilMs = performance.now() + patienceMs;
  let counted = 0;
  let skipped = 0;
  return {
    isOver: () => performance.now() >= untilMs,
    count: (days: number) => void (counted += days),
    skip: (days: number) => void (skipped += days),
    share: () => (skipped === 0 ? null : counted / (counted + skipped)),
  };
}

function emptyTotals() {
  const incoming: Partial<Record<Outcome, number>> = {};
  const outgoing: Partial<Record<Outcome, number>> = {};
  const ring = emptyLengths();
  const talk = emptyLengths();
  let talkUs = 0;
  return {
    add({ days, rings, talks }: DayTotals): void {
      for (const day of days) {
        addCounts(incoming, day.incoming);
        addCounts(outgoing, day.outgoing);
        talkUs += day.talkUs;
      }
      ring.add(rings);
      talk.add(talks);
    },
    inAll: (): Totals => ({ incoming, outgoing, ring: ring.spread(), talk: talk.spread(), talkUs }),
  };
}

function addCounts(sums: Partial<Record<Outcome, number>>, counts: DayFacts['incoming']): void {
  for (const [name, count] of Object.entries(counts)) {
    const outcome = name as Outcome;
    sums[outcome] = (sums[outcome] ?? 0) + count;
  }
}

function callerOf(
  { id, calls, missed, talkUs, newestUs }: CallerSum,
  { store, view }: StatisticsOptions,
): CallerTotals[] {
  const ref = store.days.refOf(id, newestUs);
  const call = ref === null ? null : store.calls.get(ref);
  // It has been deleted since its day was read.
  if (call === null) return [];
  return [{ party: partyOf(call, view), ref: call.ref, calls, missed, talkUs }];
}
