import type { Outcome } from '../../../shared/call.ts';
import type { CallFilter } from '../../../shared/callFilter.ts';
import type { callFinder } from '../store/callFinder.ts';
import { turns } from '../turns.ts';

interface Counted {
  readonly filter: CallFilter;
  /** In which numbers of the search are read. */
  readonly country: string;
  readonly outcomes: readonly Outcome[];
  readonly atMost: number;
}

/**
 * How many calls of a filter have one of these outcomes, counted up to `atMost`. No index tells outcomes: the calls are
 * looked at part by part, and events are let in between.
 */
export async function countOutcomes(
  finder: () => ReturnType<typeof callFinder>,
  { filter, country, outcomes, atMost }: Counted,
): Promise<number> {
  const time = turns();
  let calls = 0;
  for (let rest: CallFilter | null = filter; rest !== null && calls < atMost;) {
    const toUs: number | null = finder().reach(rest);
    const part: CallFilter = toUs === null ? rest : { ...rest, fromUs: toUs };
    calls += finder().count(part, country, atMost - calls, outcomes);
    rest = toUs === null ? null : { ...rest, toUs };
    if (time.isOver()) await time.next();
  }
  return calls;
}
