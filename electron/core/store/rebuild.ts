import { project } from './project.ts';
import type { Store } from './store.ts';

/** Calls a transaction: short enough that a ring in the middle of a rebuild waits for less than a blink. */
const slice = 100;

/**
 * Works every call out again from its events, a slice at a time, letting events in between. Nothing is deleted first,
 * so that an interruption leaves every call either as it was or as it should be. Returns how many calls there are.
 */
export async function rebuild(store: Store): Promise<number> {
  let last = '';
  for (;;) {
    const refs = store.events.refsAfter(last, slice);
    if (refs.length === 0) return store.calls.count();
    store.write(() => refs.forEach((ref) => project(store, ref)));
    last = refs.at(-1) ?? last;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
