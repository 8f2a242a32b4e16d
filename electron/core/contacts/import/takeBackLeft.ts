import type { Log } from '../../ports.ts';
import type { Keeper } from '../../store/keeper.ts';
import type { Store } from '../../store/store.ts';
import { turns } from '../../turns.ts';
import { takeBack } from '../changes.ts';

/** Contacts that one transaction takes back at most. */
const sliceContacts = 200;

interface Left {
  readonly keeper: Pick<Keeper, 'write'>;
  readonly log: Log;
  /** The runs that were cut off. */
  readonly runs: readonly number[];
  /** So many contacts are as they were before. */
  readonly takenBack: (contacts: number) => void;
}

/**
 * Takes back what imports had done when the process ended under them, in slices that let events in: a file is in the
 * contacts as a whole or not at all. Contacts that somebody changed since stay as they are. What a full disk leaves undone
 * is found again at the next start.
 */
export async function takeBackLeft({ keeper, log, runs, takenBack }: Left): Promise<void> {
  const time = turns();
  const within = <Result>(work: (store: Store) => Result): Result | null => {
    const written = keeper.write(work);
    return written.kind === 'written' ? written.value : null;
  };
  for (const run of runs) {
    let contacts = 0;
    for (;;) {
      const done = within((store) => takeSomeBack(store, run));
      if (done === null) return;
      contacts += done;
      if (done === 0) break;
      await time.next();
    }
    log.warn('an import was cut off, and taken back', { contacts });
    takenBack(contacts);
  }
  while (within((store) => store.imports.tidy(sliceContacts)) === true) await time.next();
}

function takeSomeBack(store: Store, run: number): number {
  const changes = store.imports.changes(run, sliceContacts);
  for (const change of changes) {
    takeBack(store, [change]);
    store.imports.drop(run, change.id);
  }
  if (changes.length === 0) store.imports.end(run);
  return changes.length;
}
