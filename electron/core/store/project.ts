import type { Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { mayBeOffer, slackUs, waitOf } from '../calls/join.ts';
import type { Overheard } from '../calls/overheard.ts';
import { reduce } from '../calls/reduce.ts';
import { hasGoneSilent, type Silence, unfinished } from '../calls/watchdog.ts';
import { followUp, reachedByColleague, reconsider } from './followUps.ts';
import type { Store } from './store.ts';
import { isPutThrough } from './transfers.ts';
import { type Change, most, ownPart, reachUs, writeCall } from './writeCall.ts';

/**
 * Works one call out again from its events and writes it; call it inside `store.write`. Returns what changed in my log,
 * which may be another call than this one: offers of one caller stand there as one, and a colleague's call may tell
 * something of mine. A call once in my log stays there, whatever the rules say later: what a user has seen is theirs, and what they deleted stays away.
 */
export function project(store: Store, ref: string, nowUs: Us): Change[] {
  if (store.removed.has(ref)) {
    store.removed.heardOf(ref);
    return [];
  }
  const { events, me, lastReceivedAtUs: receivedAtUs } = store.events.ofCall(ref);
  const reduced = reduce(events, me);
  if (reduced.kind === 'mine') {
    store.strangers.remove(ref);
    const told = store.overheard.remove(ref);
    const { before } = reduced;
    if (before !== null) {
      store.overheard.put(ref, before);
      store.overheard.need(ref);
    }
    const former = ownPart(store, ref);
    const changes = writeCall(store, reduced.call, nowUs);
    if (former !== null && mayBeOffer(former) && !mayBeOffer(reduced.call)) {
      changes.push(...joinAnew(store, waitToldBy(former), nowUs));
    }
    if (before?.reachedAtUs) reachedByColleague(store, before.person, before.reachedAtUs);
    if (told === null) return changes;
    reconsider(store, told, nowUs);
    return [...changes, ...joinAnew(store, told, nowUs)];
  }
  if (store.calls.get(ref) !== null || store.parts.headOf(ref) !== null) return [];
  store.strangers.put(ref, receivedAtUs, reduced.ended);
  return reduced.overheard === null ? [] : overhear(store, ref, reduced.overheard, nowUs);
}

/** Takes from a colleague's call what calls of mine need of it. */
function overhear(store: Store, ref: string, facts: Overheard, nowUs: Us): Change[] {
  const before = store.overheard.get(ref);
  if (!store.overheard.put(ref, facts)) return [];
  const { person, reachedAtUs } = facts;
  if (reachedAtUs !== null) reachedByColleague(store, person, reachedAtUs);
  if (isPutThrough(store, ref, facts)) store.overheard.need(ref);
  return [...(before === null ? [] : joinAnew(store, before, nowUs)), ...joinAnew(store, facts, nowUs)];
}

/** Joins the offers of a caller of whose wait something else is known now. */
function joinAnew(
  store: Store,
  { person, waitsFromUs, waitsToUs }: Pick<Overheard, 'person' | 'waitsFromUs' | 'waitsToUs'>,
  nowUs: Us,
): Change[] {
  if (waitsFromUs === null) return [];
  // Also what rang after the wait: while its end was unknown, that may have been taken for offers of it.
  const span = { fromUs: waitsFromUs - slackUs, toUs: (waitsToUs ?? waitsFromUs) + reachUs };
  return store.calls.offered(person, span, most).flatMap(({ ref: offer }) => {
    // Read anew each time: the one before may have been joined with it.
    const part = ownPart(store, offer);
    return part === null ? [] : writeCall(store, part, nowUs);
  });
}

/** A call that was taken for a group's showed its caller waiting. */
function waitToldBy(call: Call): Parameters<typeof joinAnew>[1] {
  const wait = waitOf(call);
  return { person: call.person ?? '', waitsFromUs: wait?.fromUs ?? null, waitsToUs: wait?.toUs ?? null };
}

/** Gives up on the calls in progress whose end never came; call it inside `store.write`. */
export function giveUpSilent(store: Store, silence: Silence, nowUs: Us): Change[] {
  return store.calls
    .live()
    .filter((call) => hasGoneSilent(call, lastHeardOfAtUs(store, call), silence, nowUs))
    .map((before) => {
      const after = unfinished(before);
      store.calls.put(after);
      return { ref: before.ref, before, after, took: [], missed: followUp(store, before, after, nowUs) };
    });
}

function lastHeardOfAtUs(store: Store, call: Call): Us {
  const parts = store.parts.of(call.ref).map((part) => part.ref);
  return Math.max(...[call.ref, ...parts].map((ref) => store.events.ofCall(ref).lastReceivedAtUs));
}
