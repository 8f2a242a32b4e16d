import type { Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { reduce } from '../calls/reduce.ts';
import { hasGoneSilent, unfinished } from '../calls/watchdog.ts';
import type { Store } from './store.ts';

/** A call of mine before and after its events were worked through again. `before` is null when it is new. */
export interface Change {
  readonly ref: string;
  readonly before: Call | null;
  readonly after: Call;
}

/**
 * Works one call out again from its events and writes it; call it inside `store.write`. Returns null for other
 * people's calls. A call once in my log stays there, whatever the rules say later: what a user has seen is theirs.
 */
export function project(store: Store, ref: string): Change | null {
  const { events, me, lastReceivedAtUs } = store.events.ofCall(ref);
  const before = store.calls.get(ref);
  const reduced = reduce(events, me);
  if (reduced.kind === 'stranger') {
    if (before === null) store.strangers.put(ref, lastReceivedAtUs, reduced.ended);
    return null;
  }
  store.calls.put(reduced.call);
  if (before === null) store.strangers.remove(ref);
  return { ref, before, after: reduced.call };
}

/** Gives up on the calls in progress whose end never came; call it inside `store.write`. */
export function giveUpSilent(store: Store, nowUs: Us): Change[] {
  return store.calls
    .live()
    .filter((call) => hasGoneSilent(call, store.events.ofCall(call.ref).lastReceivedAtUs, nowUs))
    .map((before) => {
      const after = unfinished(before);
      store.calls.put(after);
      return { ref: before.ref, before, after };
    });
}
