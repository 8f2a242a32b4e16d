import type { Outcome } from '../../shared/call.ts';
import { outcomeGroupOf, outcomeGroups, type OutcomeGroup } from '../../shared/outcomeGroup.ts';
import type { ByOutcome, DayTotals } from '../../shared/statistics.ts';

/** What a bar is made of, from the bottom to the top. */
export const chartGroups = [...outcomeGroups, 'outgoing'] as const;
export type ChartGroup = OutcomeGroup | 'outgoing';
export type GroupCounts = Readonly<Record<ChartGroup, number>>;

/** One bar: some days in a row, by the midnights of the first and the last of them, in epoch milliseconds. */
export interface Bin {
  readonly firstMs: number;
  readonly lastMs: number;
  readonly counts: GroupCounts;
}

export type Step = 'day' | 'week' | 'month';

/** More bars than this are no picture any more. */
const mostBars = 92;

export function groupCounts({ incoming, outgoing }: { incoming: ByOutcome; outgoing: ByOutcome }): GroupCounts {
  const counts = { answered: 0, elsewhere: 0, missed: 0, declined: 0, unclear: 0, outgoing: sumOf(outgoing) };
  for (const [outcome, count] of Object.entries(incoming)) counts[outcomeGroupOf(outcome as Outcome)] += count;
  return counts;
}

export function sumOf(counts: ByOutcome): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function isEmpty({ incoming, outgoing }: { incoming: ByOutcome; outgoing: ByOutcome }): boolean {
  return sumOf(incoming) + sumOf(outgoing) === 0;
}

export function callsOf(counts: GroupCounts): number {
  return chartGroups.reduce((sum, group) => sum + counts[group], 0);
}

/** The days of a period as bars: each for itself, or by week or month where there are too many. */
export function binsOf(days: readonly DayTotals[], firstWeekday: number): { step: Step; bins: readonly Bin[] } {
  const step = days.length <= mostBars ? 'day' : days.length <= mostBars * 7 ? 'week' : 'month';
  const groups = Map.groupBy(days, ({ atUs }) => startOf(step, atUs / 1000, firstWeekday));
  return { step, bins: [...groups.values()].flatMap(binOf) };
}

function binOf(days: readonly DayTotals[]): Bin[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const each = days.map(groupCounts);
  const total = (group: ChartGroup) => each.reduce((sum, counts) => sum + counts[group], 0);
  const counts = {
    answered: total('answered'),
    elsewhere: total('elsewhere'),
    missed: total('missed'),
    declined: total('declined'),
    unclear: total('unclear'),
    outgoing: total('outgoing'),
  };
  return [{ firstMs: first.atUs / 1000, lastMs: last.atUs / 1000, counts }];
}

/** When the day, week or month of a midnight began, as a key. */
function startOf(step: Step, atMs: number, firstWeekday: number): string {
  const at = new Date(atMs);
  if (step === 'week') at.setDate(at.getDate() - ((at.getDay() - firstWeekday + 7) % 7));
  return step === 'month' ? `${at.getFullYear()}-${at.getMonth()}` : at.toDateString();
}
