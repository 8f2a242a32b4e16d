import type { Outcome, Us } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Clock } from '../ports.ts';
import type { AgedCall } from './callTable.ts';
import { remove } from './removal.ts';
import type { Store } from './store.ts';

export const dayUs: Us = 86_400_000_000;

/** Calls looked at in one step at most, and for how long: a ring in the middle waits for less than a blink. */
const slice = 200;
const sliceUs: Us = 5_000;

export type Keeping = Pick<Settings, 'keepDays' | 'keepDaysOf'>;

/** For how many days a call with this outcome is kept; null for ever. */
export function daysKept({ keepDays, keepDaysOf }: Keeping, outcome: Outcome): number | null {
  const own = keepDaysOf[outcome];
  return own === undefined ? keepDays : own;
}

/** For how many days the calls are kept that are deleted first; `Infinity` when all are kept for ever. */
export function shortestKept({ keepDays, keepDaysOf }: Keeping): number {
  const outcomesOwn = Object.values(keepDaysOf).filter((days) => days !== null);
  return Math.min(...outcomesOwn, keepDays ?? Infinity);
}

/**
 * Whether a call has been kept long enough. One that somebody still has to be called back for stays, however old:
 * deleting it would lose the customer that it is kept for.
 */
export function isDue({ outcome, startedAtUs, followUp }: Omit<AgedCall, 'ref'>, keeping: Keeping, nowUs: Us): boolean {
  const days = daysKept(keeping, outcome);
  return days !== null && startedAtUs < nowUs - days * dayUs && followUp !== 'open' && followUp !== 'undecided';
}

/**
 * Deletes what has been kept long enough, cut up: each step is to be run in a transaction of its own and gives how many
 * calls it deleted.
 */
export function* retentionSlices(
  store: Store,
  keeping: Keeping,
  clock: Pick<Clock, 'nowUs'>,
): Generator<number, undefined> {
  const nowUs = clock.nowUs();
  const shortest = shortestKept(keeping);
  if (shortest === Infinity) return;
  const untilUs = nowUs - shortest * dayUs;
  let after = { startedAtUs: 0, ref: '' };
  for (;;) {
    const calls = store.calls.older(after, untilUs, slice);
    if (calls.length === 0) return;
    const beganUs = clock.nowUs();
    let deleted = 0;
    for (const call of calls) {
      after = { startedAtUs: call.startedAtUs, ref: call.ref };
      if (!isDue(call, keeping, nowUs)) continue;
      remove(store, [call.ref], 0);
      deleted += 1;
      if (clock.nowUs() - beganUs >= sliceUs) break;
    }
    yield deleted;
  }
}
