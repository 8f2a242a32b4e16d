import type { DayTotals, Period, Statistics } from '../../../shared/statistics.ts';

/** Days in a row, each with one answered call more than the one before, from two on, and one of my own. */
export function daysFrom(first: Date, count: number): readonly DayTotals[] {
  return Array.from({ length: count }, (_, index) => ({
    atUs: new Date(first.getFullYear(), first.getMonth(), first.getDate() + index).getTime() * 1000,
    incoming: { answered: 2 + (index % 7) },
    outgoing: { answered: 1 },
  }));
}

/** A week of calls and none before, with whatever the test is about changed. */
export function statisticsOf(asked: Period | null, change: Partial<Statistics> = {}): Statistics {
  const period = asked ?? {
    fromUs: new Date(2026, 10, 2).getTime() * 1000,
    toUs: new Date(2026, 10, 9).getTime() * 1000,
  };
  return {
    filling: null,
    period,
    before: { fromUs: 2 * period.fromUs - period.toUs, toUs: period.fromUs },
    totals: {
      incoming: { answered: 35 },
      outgoing: { answered: 7 },
      ring: { medianUs: 8_000_000, ninetiethUs: 20_000_000 },
      talk: { medianUs: 65_000_000, ninetiethUs: 300_000_000 },
      talkUs: 1_200_000_000,
    },
    totalsBefore: { incoming: {}, outgoing: {}, ring: null, talk: null, talkUs: 0 },
    days: daysFrom(new Date(period.fromUs / 1000), 7),
    heat: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 1)),
    callers: [],
    ...change,
  };
}
