import type { Outcome, Us } from '../../../shared/call.ts';
import type { CallerTotals, DayTotals as DayInView, Period, Statistics, Totals } from '../../../shared/statistics.ts';
import type { Calendar, Day } from '../statistics/calendar.ts';
import { type CallerSum, emptyCallerSums } from '../statistics/callerSums.ts';
import type { DayTotals } from '../statistics/dayTotals.ts';
import { emptyLengths } from '../statistics/lengths.ts';
import { nextTurn } from '../store/rebuild.ts';
import type { Store } from '../store/store.ts';
import { partyOf } from './callRow.ts';
import type { View } from './view.ts';

export interface StatisticsOptions {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly nowUs: Us;
  readonly view: View;
}

/** Callers who are named. */
const most = 10;

/** Days read at once, and how long it may go on before events are let in, in ms. */
const daysAtOnce = 64;
const sliceMs = 8;

/**
 * What the calls of a period come to; all calls with null. Days that are over are mostly kept added up; what is missing
 * of them, today, and days that the period cuts are worked out from their calls.
 */
export async function statisticsOf(asked: Period | null, options: StatisticsOptions): Promise<Statistics> {
  const { store, calendar } = options;
  const period = asked ?? wholeLog(options);
  const count = calendar.days(period.fromUs, period.toUs).length;
  const clockUs = period.fromUs - calendar.midnight(period.fromUs, 0);
  const before = { fromUs: calendar.midnight(period.fromUs, -count) + clockUs, toUs: period.fromUs };

  const totals = emptyTotals();
  const days: DayInView[] = [];
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const callers = emptyCallerSums(store.days.highestParty());
  for await (const { day, found } of daysOf(period, options)) {
    totals.add(found);
    callers.add(found.callers, days.length);
    days.push({ atUs: day.fromUs, incoming: found.incoming, outgoing: found.outgoing });
    const hours = heat[day.weekday] ?? [];
    for (const [hour, calls] of found.hours.entries()) hours[hour] = (hours[hour] ?? 0) + calls;
  }
  const totalsBefore = emptyTotals();
  for await (const { found } of daysOf(before, options)) totalsBefore.add(found);

  return {
    period,
    before,
    totals: totals.inAll(),
    totalsBefore: totalsBefore.inAll(),
    days,
    heat,
    callers: callers.top(most).flatMap((caller) => callerOf(caller, days[caller.lastDay]?.atUs ?? 0, period, options)),
  };
}

/** From the day of the first call to today, or to a later one that a wrong clock has made. */
function wholeLog({ store, calendar, nowUs }: StatisticsOptions): Period {
  const { firstUs, lastUs } = store.days.span() ?? { firstUs: nowUs, lastUs: nowUs };
  return { fromUs: calendar.midnight(firstUs, 0), toUs: calendar.midnight(Math.max(lastUs, nowUs), 1) };
}

/** Each day of a period with what its part within the period comes to. */
async function* daysOf(
  period: Period,
  { store, calendar }: StatisticsOptions,
): AsyncGenerator<{ readonly day: Day; readonly found: DayTotals }> {
  const days = calendar.days(period.fromUs, period.toUs);
  let beganMs = performance.now();
  for (let from = 0; from < days.length; from += daysAtOnce) {
    const some = days.slice(from, from + daysAtOnce);
    const kept = store.days.kept(calendar, some);
    for (const [index, day] of some.entries()) {
      const part = { fromUs: Math.max(day.fromUs, period.fromUs), toUs: Math.min(day.toUs, period.toUs) };
      const isWhole = part.fromUs === day.fromUs && part.toUs === day.toUs;
      yield { day, found: (isWhole ? kept[index] : null) ?? store.days.workedOut(calendar, part) };
      if (performance.now() - beganMs < sliceMs) continue;
      await nextTurn();
      beganMs = performance.now();
    }
  }
}

function emptyTotals() {
  const incoming: Partial<Record<Outcome, number>> = {};
  const outgoing: Partial<Record<Outcome, number>> = {};
  const ring = emptyLengths();
  const talk = emptyLengths();
  let talkUs = 0;
  return {
    add(day: DayTotals): void {
      addCounts(incoming, day.incoming);
      addCounts(outgoing, day.outgoing);
      ring.add(day.rings);
      talk.add(day.talks);
      talkUs += day.talkUs;
    },
    inAll: (): Totals => ({ incoming, outgoing, ring: ring.spread(), talk: talk.spread(), talkUs }),
  };
}

function addCounts(sums: Partial<Record<Outcome, number>>, counts: DayTotals['incoming']): void {
  for (const [name, count] of Object.entries(counts)) {
    const outcome = name as Outcome;
    sums[outcome] = (sums[outcome] ?? 0) + count;
  }
}

function callerOf(
  { id, calls, missed, talkUs }: CallerSum,
  lastDayUs: Us,
  { fromUs, toUs }: Period,
  { store, calendar, view }: StatisticsOptions,
): CallerTotals[] {
  const lastDay = {
    fromUs: Math.max(fromUs, lastDayUs),
    toUs: Math.min(toUs, calendar.midnight(lastDayUs, 1)),
  };
  const ref = store.days.newestOf(id, lastDay);
  const call = ref === null ? null : store.calls.get(ref);
  // It has been deleted since its day was read.
  if (call === null) return [];
  return [{ party: partyOf(call, view), ref: call.ref, calls, missed, talkUs }];
}
