import type { StoreState } from '../../../shared/status.ts';
import { describe, type Keeper } from '../store/keeper.ts';
import type { Store } from '../store/store.ts';
import { Refusal } from './answerRequest.ts';

/** How handlers reach the database. */
export interface StoreAccess {
  /** @throws Refusal when there is none now */
  readonly store: () => Store;
  /** One transaction. @throws Refusal when the disk or the file does not allow it */
  readonly write: <Result>(work: (open: Store) => Result) => Result;
}

/** @param blocked why there is no keeper */
export function storeAccess(keeper: () => Keeper | null, blocked: () => StoreState): StoreAccess {
  const refusal = () => new Refusal('unavailable', describe(keeper()?.state() ?? blocked()));
  return {
    store() {
      const open = keeper()?.current();
      if (open === null || open === undefined) throw refusal();
      return open;
    },
    write(work) {
      const written = keeper()?.write(work);
      if (written?.kind !== 'written') throw refusal();
      return written.value;
    },
  };
}
