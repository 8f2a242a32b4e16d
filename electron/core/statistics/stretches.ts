import type { Day } from './calendar.ts';

/** Days in a row; at least one. */
export type Stretch = readonly Day[];

/** How many days are kept added up, beside each of them by itself: years are read in fifty pieces. */
const length = 28;

/** Days in order as stretches of that length, the same ones whatever the first of the days is; and those left at the ends. */
export function stretchesOf(days: readonly Day[]): {
  readonly whole: readonly Stretch[];
  readonly left: readonly Day[];
} {
  const groups = [...Map.groupBy(days, ({ date }) => Math.floor(date / length)).values()];
  // A day that clocks never showed may be missing in the middle, and at an end as well: then nothing is added up.
  const isWhole = (group: Stretch) =>
    group[0]?.date === firstOf(group) && group.at(-1)?.date === firstOf(group) + length - 1;
  return { whole: groups.filter(isWhole), left: groups.filter((group) => !isWhole(group)).flat() };
}

function firstOf([day]: Stretch): number {
  return Math.floor((day?.date ?? 0) / length) * length;
}
