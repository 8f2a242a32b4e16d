import type { Us } from '../../../shared/call.ts';
import { giveUpSilent, project } from './project.ts';
import type { Store } from './store.ts';

/** Events a transaction: few enough that a ring in the middle of a rebuild waits for less than a blink. */
const slice = 100;

/**
 * Works every call out again from its events, a slice at a time, letting events in between. In the order of arrival,
 * in which calls and events lie close together in the file. Nothing is deleted first, so that an interruption leaves
 * every call either as it was or as it should be: those whose end never came are given up on again at once. Returns
 * how many calls there are.
 */
export async function rebuild(store: Store, nowUs: Us): Promise<number> {
  let lastId = 0;
  for (;;) {
    const events = store.events.after(lastId, slice);
    const last = events.at(-1);
    if (last === undefined) return store.calls.count();
    const refs = new Set(events.map((event) => event.ref));
    store.write(() => {
      refs.forEach((ref) => project(store, ref));
      giveUpSilent(store, nowUs);
    });
    lastId = last.id;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
