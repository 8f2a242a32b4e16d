import type { Clock, Log } from '../ports.ts';
import type { Calendar } from '../statistics/calendar.ts';
import { joined } from '../statistics/dayTotals.ts';
import { type Stretch, stretchesOf } from '../statistics/stretches.ts';
import type { Keeper } from './keeper.ts';
import { nextTurn } from './rebuild.ts';
import type { Store } from './store.ts';

interface FollowDaysOptions {
  readonly keeper: Pick<Keeper, 'state' | 'write'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long a slice may take, in ms: a ring waits for less than a blink. */
const sliceMs = 8;

/**
 * Keeps the totals of every day that is over, so that statistics need no calls but today's. Returns what is to be called
 * every few seconds: it adds up, in the background, the days of which nothing is kept, the latest first.
 */
export function followDays({ keeper, calendar, clock, log }: FollowDaysOptions): () => void {
  let isRunning = false;

  const run = async () => {
    for (let missing = within(missingStretches); missing !== null && missing.length > 0; await nextTurn()) {
      const stretches = missing;
      missing = within((store) => addUp(store, stretches));
    }
  };

  /** One transaction; null when it cannot be had now. */
  const within = <Result>(work: (store: Store) => Result): Result | null => {
    if (keeper.state().kind !== 'open') return null;
    const written = keeper.write(work);
    return written.kind === 'written' ? written.value : null;
  };

  /** Last what is to be done first: each day by itself, from the latest to the earliest, then those in a row. */
  const missingStretches = (store: Store): Stretch[] => {
    store.days.settleIn(calendar);
    const span = store.days.span();
    if (span === null) return [];
    const todayUs = calendar.midnight(clock.nowUs(), 0);
    const days = calendar.days(span.firstUs, Math.min(todayUs, calendar.midnight(span.lastUs, 1)));
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return [];
    const isKnown = store.days.known(calendar, { fromUs: first.fromUs, toUs: last.toUs });
    const { whole } = stretchesOf(days);
    return [...whole, ...days.map((day) => [day])].filter((stretch) => !isKnown(stretch));
  };

  /** As many as a slice has room for. Returns the others. */
  const addUp = (store: Store, stretches: readonly Stretch[]): Stretch[] => {
    const untilMs = performance.now() + sliceMs;
    const left = [...stretches];
    do {
      const stretch = left.pop() ?? [];
      const days = stretch.map(
        (day) =>
          (stretch.length > 1 ? store.days.kept(calendar, [day], 'named') : null) ??
          store.days.workedOut(calendar, day),
      );
      store.days.keep(calendar, stretch, joined(days));
    } while (left.length > 0 && performance.now() < untilMs);
    return left;
  };

  return () => {
    if (isRunning) return;
    isRunning = true;
    run()
      // A mistake of ours is no reason to stop: statistics work days out from their calls where they have to.
      .catch((error: unknown) => log.error('days could not be added up', { error: String(error) }))
      .finally(() => {
        isRunning = false;
      });
  };
}
