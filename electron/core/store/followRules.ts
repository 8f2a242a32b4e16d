import { rulesVersion } from '../calls/rulesVersion.ts';
import type { Keeper } from './keeper.ts';
import { nextTurn, type RebuildPorts, rebuildSlices } from './rebuild.ts';
import type { Store } from './store.ts';

interface FollowRulesOptions extends RebuildPorts {
  readonly keeper: Keeper;
  /** Every call is as the rules of this version see it. */
  readonly finished: () => void;
}

/**
 * After an update works the calls out again that older rules had worked out, in the background. Returns what is to be
 * called every few seconds: it begins where there is something to do, once for each file that is opened, and again from
 * the beginning after the disk had refused. Nothing of it goes on when the file is closed or another one stands there.
 */
export function followRules({ keeper, finished, ...ports }: FollowRulesOptions): () => void {
  /** The store that is being seen to, or has been. */
  let seen: Store | null = null;

  const run = async (store: Store) => {
    /** One transaction; null when the store is no longer to be had. */
    const within = <Result>(work: () => Result): Result | null => {
      if (keeper.current() !== store || keeper.state().kind !== 'open') return null;
      // A file that turns out to be damaged is replaced within `write`, and the work is done on the new one.
      const written = keeper.write((current) => (current === store ? work() : null));
      return written.kind === 'written' ? written.value : null;
    };
    const from = within(() => store.rules.version());
    if (from === null) return 'interrupted';
    if (from >= rulesVersion) return 'done';
    ports.log.info('calls are worked out again by newer rules', { from, to: rulesVersion });
    let changed = 0;
    for (const slices = rebuildSlices(store, ports); ; await nextTurn()) {
      const step = within(() => slices.next());
      if (step === null) return 'interrupted';
      if (step.done === true) break;
      changed += step.value.length;
    }
    ports.log.info('calls were worked out again', { changed });
    finished();
    return 'done';
  };

  return () => {
    const store = keeper.current();
    if (store === null || store === seen || keeper.state().kind !== 'open') return;
    seen = store;
    run(store).then(
      (result) => {
        if (result === 'interrupted' && seen === store) seen = null;
      },
      // A mistake of ours would be made again and again: it is left for the next start.
      (error: unknown) => ports.log.error('calls could not be worked out again', { error: String(error) }),
    );
  };
}
