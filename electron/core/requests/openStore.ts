import { whyUnavailable } from '../store/keeper.ts';
import type { Store } from '../store/store.ts';
import type { HandlerOptions } from './handlers.ts';
import { Refusal } from './refusal.ts';

/** The open store for reading. @throws Refusal that says why there is none */
export function openStore({ keeper, status }: Pick<HandlerOptions, 'keeper' | 'status'>): Store {
  const open = keeper()?.current();
  if (open === null || open === undefined) {
    throw new Refusal('unavailable', whyUnavailable(keeper()?.state() ?? status().store));
  }
  return open;
}

/** One transaction. @throws Refusal that says why it could not be written */
export function writeStore<Result>(
  { keeper, status }: Pick<HandlerOptions, 'keeper' | 'status'>,
  work: (store: Store) => Result,
): Result {
  const written = keeper()?.write(work);
  if (written?.kind !== 'written')
    throw new Refusal('unavailable', whyUnavailable(keeper()?.state() ?? status().store));
  return written.value;
}
