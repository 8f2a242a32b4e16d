import type { Us } from '../../../shared/call.ts';
import type { Clock, Log } from '../ports.ts';
import { forgetBackups } from './backup.ts';
import type { Keeper } from './keeper.ts';
import { nextTurn } from './rebuild.ts';
import { eraseRemoved } from './removal.ts';
import { dayUs, type Keeping, retentionSlices, shortestKept } from './retention.ts';
import type { Store } from './store.ts';

/** For how long it is known when events could not get here, and how many did. */
const gapsKeptUs: Us = 90 * dayUs;

/** How often it is looked whether calls have been kept long enough. */
const everyUs: Us = 3_600_000_000;

/** For how long a copy of the database from before an update is kept at most. */
const backupKeptUs: Us = 30 * dayUs;

interface TidyOptions {
  /** The database's. */
  readonly path: string;
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly log: Log;
  readonly keeping: () => Keeping;
  /** Calls have left the log. */
  readonly deleted: () => void;
  /** Bytes were erased; the write-ahead log may still hold them. */
  readonly erased: () => void;
}

/**
 * Deletes what has been kept long enough, and erases for good what was deleted, in slices that let events in. Returns what
 * is to be called every few seconds.
 */
export function tidyUp({ path, keeper, clock, log, keeping, deleted, erased }: TidyOptions): () => void {
  let isRunning = false;
  let looked: { readonly atUs: Us; readonly rules: string } | null = null;

  /** One transaction; null when the store cannot be written now: the next round goes on. */
  const within = <Result>(work: (store: Store) => Result): Result | null => {
    const written = keeper.write(work);
    return written.kind === 'written' ? written.value : null;
  };

  const retire = async (store: Store, rules: Keeping) => {
    let count = 0;
    const slices = retentionSlices(store, rules, clock);
    for (;;) {
      const step = within((open) => (open === store ? slices.next() : null));
      if (step === null) return;
      if (step.done === true) break;
      count += step.value;
      await nextTurn();
    }
    if (count === 0) return;
    log.info('calls were deleted, for they have been kept long enough', { calls: count });
    deleted();
  };

  /** What the user wants deleted is in the copies as well: they live no longer than the calls that are kept shortest. */
  const forgetOldBackups = (nowUs: Us, rules: Keeping) => {
    try {
      forgetBackups(path, nowUs - Math.min(backupKeptUs, shortestKept(rules) * dayUs));
    } catch (error) {
      log.warn('an old copy of the database could not be deleted', { error: String(error) });
    }
  };

  const run = async () => {
    const store = keeper.current();
    const rules = keeping();
    const nowUs = clock.nowUs();
    const spelled = JSON.stringify([rules.keepDays, rules.keepDaysOf]);
    if (store !== null && (looked === null || looked.rules !== spelled || nowUs - looked.atUs >= everyUs)) {
      looked = { atUs: nowUs, rules: spelled };
      within((open) => forgetGaps(open, nowUs));
      forgetOldBackups(nowUs, rules);
      await retire(store, rules);
    }
    while (within((open) => eraseRemoved(open, clock)) === true) {
      erased();
      await nextTurn();
    }
  };

  return () => {
    if (isRunning || keeper.state().kind !== 'open') return;
    isRunning = true;
    run()
      .catch((error: unknown) => log.error('old calls could not be deleted', { error: String(error) }))
      .finally(() => {
        isRunning = false;
      });
  };
}

function forgetGaps(store: Store, nowUs: Us): void {
  store.gaps.removeBefore(nowUs - gapsKeptUs);
  store.eventHours.removeBefore(nowUs - gapsKeptUs);
}
