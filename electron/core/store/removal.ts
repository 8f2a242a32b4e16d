import type { Us } from '../../../shared/call.ts';
import type { Clock } from '../ports.ts';
import type { LoggedCall } from './callTable.ts';
import { project } from './project.ts';
import type { Store } from './store.ts';
import type { Change } from './writeCall.ts';

/** For how long the user can take it back: the ten seconds that are promised, and what a slow machine adds. */
const graceUs: Us = 15_000_000;

/** No event comes later than that. */
const lateUs: Us = 7 * 86_400_000_000;

/** Calls erased at once, at most, and for how long. */
const slice = 200;
const sliceUs: Us = 5_000;

/**
 * Takes calls out of the log; for some seconds `bringBack` can undo it. Returns the refs of all that were joined into
 * them. Call it inside `store.write`.
 */
export function remove(store: Store, refs: readonly string[], nowUs: Us): string[] {
  return refs.flatMap((ref) => {
    const head = store.parts.headOf(ref) ?? ref;
    const call = store.calls.get(head);
    if (call === null) return [];
    const parts = store.parts.of(head).map((part) => part.ref);
    const own = parts.length > 0 ? parts : [head];
    for (const one of own) {
      store.removed.put({ ref: one, person: call.person }, nowUs);
      store.parts.remove(one);
    }
    store.calls.remove(head);
    keepContact(store, call);
    return own;
  });
}

/** Puts back what `remove` took out, as far as it is not erased yet. Call it inside `store.write`. */
export function bringBack(store: Store, refs: readonly string[], nowUs: Us): Change[] {
  return refs.filter((ref) => store.removed.bringBack(ref)).flatMap((ref) => project(store, ref, nowUs));
}

/**
 * Erases what was removed and can no longer be brought back, some of it each time. Returns whether something was erased.
 * Call it inside `store.write`.
 *
 * @param everything also what was removed just now, for nobody will be there to bring it back
 */
export function eraseRemoved(store: Store, clock: Pick<Clock, 'nowUs'>, everything = false): boolean {
  const nowUs = clock.nowUs();
  const due = store.removed.due(everything ? Number.MAX_SAFE_INTEGER : nowUs - graceUs, slice);
  for (const { ref, person } of due) {
    store.notes.remove(ref);
    store.tags.removeAll(ref);
    store.removed.erase(ref);
    if (person !== null && !store.calls.isWith(person)) forgetPerson(store, person);
    if (clock.nowUs() - nowUs >= sliceUs) break;
  }
  store.removed.forget(nowUs - lateUs);
  return due.length > 0;
}

/** Of somebody with whom no call is left, nothing is left. */
function forgetPerson(store: Store, person: string): void {
  store.parties.forget(person);
  store.overheard.forget(person);
}

/** What a deleted call settled stays settled: that somebody spoke with them is kept where something left depends on it. */
function keepContact(store: Store, { ref, person, number, contactAtUs, contactBy, domain }: LoggedCall): void {
  if (person === null || number === null || contactAtUs === null) return;
  if (store.followUps.lastSettledBefore(person, contactAtUs) === null) return;
  store.overheard.put(ref, {
    domain,
    person,
    number,
    waitsFromUs: null,
    waitsToUs: null,
    reachedAtUs: contactAtUs,
    reachedBy: contactBy,
    handedAtUs: null,
    handedBy: null,
  });
  store.overheard.need(ref);
}
