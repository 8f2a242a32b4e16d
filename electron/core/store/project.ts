import type { Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { slackUs } from '../calls/join.ts';
import type { Overheard } from '../calls/overheard.ts';
import { reduce } from '../calls/reduce.ts';
import { hasGoneSilent, type Silence, unfinished } from '../calls/watchdog.ts';
import { reachedByColleague } from './followUps.ts';
import type { Store } from './store.ts';
import { type Change, ownPart, writeCall } from './writeCall.ts';

/** How far a wait is followed whose end has not been told, in µs, and how many of its offers. */
const longestWaitUs = 2 * 3_600_000_000;
const offersLookedAt = 100;

/**
 * Works one call out again from its events and writes it; call it inside `store.write`. Returns what changed in my log,
 * which may be another call than this one: offers of one caller stand there as one, and a colleague's call may tell
 * something of mine. A call once in my log stays there, whatever the rules say later: what a user has seen is theirs.
 */
export function project(store: Store, ref: string, nowUs: Us): Change[] {
  const { events, me, lastReceivedAtUs } = store.events.ofCall(ref);
  const reduced = reduce(events, me);
  if (reduced.kind === 'mine') {
    store.strangers.remove(ref);
    store.overheard.remove(ref);
    return writeCall(store, reduced.call, nowUs);
  }
  if (store.calls.get(ref) !== null || store.parts.headOf(ref) !== null) return [];
  store.strangers.put(ref, lastReceivedAtUs, reduced.ended);
  return reduced.overheard === null ? [] : overhear(store, ref, reduced.overheard, nowUs);
}

/** Takes from a colleague's call what calls of mine need of it. */
function overhear(store: Store, ref: string, facts: Overheard, nowUs: Us): Change[] {
  if (!store.overheard.put(ref, facts)) return [];
  const { person, waitsFromUs, waitsToUs, reachedAtUs } = facts;
  if (reachedAtUs !== null) reachedByColleague(store, ref, person, reachedAtUs);
  if (waitsFromUs === null) return [];
  const offers = store.calls.offeredAfter(
    person,
    { fromUs: waitsFromUs - slackUs, toUs: (waitsToUs ?? waitsFromUs + longestWaitUs) + slackUs },
    offersLookedAt,
  );
  return offers.flatMap((offer) => writeCall(store, ownPart(store, offer), nowUs));
}

/** Gives up on the calls in progress whose end never came; call it inside `store.write`. */
export function giveUpSilent(store: Store, silence: Silence, nowUs: Us): Change[] {
  return store.calls
    .live()
    .filter((call) => hasGoneSilent(call, lastHeardOfAtUs(store, call), silence, nowUs))
    .map((before) => {
      const after = unfinished(before);
      store.calls.put(after);
      return { ref: before.ref, before, after, took: [], missed: false };
    });
}

function lastHeardOfAtUs(store: Store, call: Call): Us {
  const parts = store.parts.of(call.ref).map((part) => part.ref);
  return Math.max(...[call.ref, ...parts].map((ref) => store.events.ofCall(ref).lastReceivedAtUs));
}
