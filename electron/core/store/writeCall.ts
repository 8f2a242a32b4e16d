import type { Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { joined, joinOffers, mayBeOffer, type Wait, waitOf } from '../calls/join.ts';
import type { LoggedCall } from './callTable.ts';
import { followUp } from './followUps.ts';
import type { Store } from './store.ts';
import { handedOverBy, putThrough, withTransfer } from './transfers.ts';

/** A call of my log before and after something was learnt of it. */
export interface Change {
  readonly ref: string;
  /** Null when it is new. */
  readonly before: LoggedCall | null;
  readonly after: Call;
  /** Calls that stood in the log by themselves before and are joined into this one now. */
  readonly took: readonly string[];
  /** Nobody took the call, and that is news: it asks for a follow-up, should the settings want one. */
  readonly missed: boolean;
}

/** How far apart the offers of one wait may lie, and how many calls of one person are looked at on either side. */
const reachUs: Us = 2 * 3_600_000_000;
const most = 4;

/**
 * Writes a call as it was worked out from its own events, joined with those that are offers of the same caller. Which
 * these are is worked out anew each time, from the calls before and after it. Call it inside `store.write`.
 */
export function writeCall(store: Store, call: Call, nowUs: Us): Change[] {
  const head = store.parts.headOf(call.ref);
  const known = uniqueByRef([call, ...(head === null ? [] : store.parts.of(head)), ...partsNear(store, call)]);
  if (known.length === 1) return finish(store, [writeRow(store, [call], nowUs)], nowUs);

  const groups = joinOffers(known.filter(mayBeOffer), waitsOf(store, known)).concat(
    known.filter((part) => !mayBeOffer(part)).map((part) => [part]),
  );
  const changes = groups
    .filter((group) => group.some((part) => part.ref === call.ref) || isRegrouped(store, group))
    .map((group) => writeRow(store, group, nowUs));
  return finish(store, changes, nowUs);
}

/** The call of mine with this ref as it came out by itself; null when there is none. */
export function ownPart(store: Store, call: LoggedCall): Call {
  return store.parts.of(call.ref).find((part) => part.ref === call.ref) ?? call;
}

/** Calls of this person that may be one with this call, each as it came out by itself. */
function partsNear(store: Store, call: Call): Call[] {
  const { person, rangAtUs } = call;
  if (!mayBeOffer(call) || person === null || rangAtUs === null) return [];
  // Only what a queue offers is joined to what was before it.
  const before = call.group ? store.calls.rangBefore(person, { fromUs: rangAtUs - reachUs, toUs: rangAtUs }, most) : [];
  const after = store.calls.offeredAfter(person, { fromUs: rangAtUs, toUs: rangAtUs + reachUs }, most);
  return [...before, ...after].flatMap((near) => {
    const parts = near.group ? store.parts.of(near.ref) : [];
    return parts.length > 0 ? parts : [near];
  });
}

/** When callers waited among these calls; what others tell of it is needed from now on. */
function waitsOf(store: Store, calls: readonly Call[]): Wait[] {
  const own = calls.map(waitOf).filter((wait) => wait !== null);
  const rings = calls.flatMap((call) => call.rangAtUs ?? []);
  const person = calls[0]?.person ?? null;
  if (person === null || rings.length < 2) return own;
  const told = store.overheard.waits(person, Math.min(...rings), Math.max(...rings));
  for (const { ref } of told) store.overheard.need(ref);
  return [...own, ...told];
}

function isRegrouped(store: Store, group: readonly Call[]): boolean {
  const [first] = group;
  if (first === undefined) return false;
  const heads = group.map((part) => store.parts.headOf(part.ref) ?? part.ref);
  const size = Math.max(1, store.parts.of(first.ref).length);
  return heads.some((head) => head !== first.ref) || size !== group.length;
}

/** Writes one row for all of a group. */
function writeRow(store: Store, group: readonly Call[], nowUs: Us): Change {
  const [first, ...rest] = group;
  if (first === undefined) throw new Error('A group of calls has at least one.');
  const rows = group.map((part) => store.calls.get(part.ref));
  const after = withTransfer(store, joined([first, ...rest]));
  for (const part of group) {
    if (rest.length > 0) store.parts.put(part, first.ref);
    else if (store.parts.headOf(part.ref) !== null) store.parts.remove(part.ref);
  }
  const took = rest.map((part) => part.ref).filter((_ref, index) => rows[index + 1] !== null);
  for (const ref of took) store.calls.remove(ref);
  store.calls.put(after);
  const before = rows[0] ?? rows.find((row) => row !== null) ?? null;
  const missed = followUp(store, before, after, nowUs);
  return { ref: after.ref, before, after, took, missed };
}

/** What else follows from these changes: a call that I handed over learns whom I had asked to take it. */
function finish(store: Store, changes: Change[], nowUs: Us): Change[] {
  return changes.flatMap((change) => {
    const through = putThrough(store, change.after);
    if (through !== null) store.overheard.need(through.ref);
    const handed = handedOverBy(store, change.after);
    if (handed === null || handed.transferredTo !== null) return [change];
    return [change, ...writeCall(store, ownPart(store, handed), nowUs)];
  });
}

function uniqueByRef(calls: readonly Call[]): Call[] {
  return [...new Map(calls.toReversed().map((call) => [call.ref, call])).values()];
}
