import type { Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { sameDomain } from '../calls/identity.ts';
import { joined, joinOffers, mayBeOffer, slackUs, type Wait, waitOf } from '../calls/join.ts';
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

/** How far apart the offers of one wait may lie, and how many calls of one person are looked at. */
export const reachUs: Us = 4 * 3_600_000_000;
export const most = 100;

/**
 * Writes a call as it was worked out from its own events, joined with those that are offers of the same caller. Which
 * these are is worked out anew each time, from the calls before and after it. Call it inside `store.write`.
 */
export function writeCall(store: Store, call: Call, nowUs: Us): Change[] {
  const head = store.parts.headOf(call.ref);
  const former = head === null ? [] : store.parts.of(head).filter((part) => part.ref !== call.ref);
  const known = uniqueByRef([call, ...former, ...offersNear(store, [call, ...former])]);
  if (known.length === 1) return finish(store, [writeRow(store, [call], nowUs)], nowUs);

  const groups = joinOffers(known.filter(mayBeOffer), waitsOf(store, known.filter(mayBeOffer))).concat(
    known.filter((part) => !mayBeOffer(part)).map((part) => [part]),
  );
  const changes = groups
    .filter((group) => group.some((part) => part.ref === call.ref) || isRegrouped(store, group))
    .map((group) => writeRow(store, group, nowUs));
  return finish(store, changes, nowUs);
}

/** The call of mine with this ref as it came out by itself; null when there is none. */
export function ownPart(store: Store, ref: string): Call | null {
  const head = store.parts.headOf(ref);
  return head === null ? store.calls.get(ref) : (store.parts.of(head).find((part) => part.ref === ref) ?? null);
}

/** Offers of the same person that may be one with these, each as it came out by itself. */
function offersNear(store: Store, calls: readonly Call[]): Call[] {
  const byPerson = Map.groupBy(calls.filter(mayBeOffer), (call) => call.person);
  return [...byPerson].flatMap(([person, own]) => {
    const rings = own.flatMap((call) => call.rangAtUs ?? []);
    if (person === null || rings.length === 0) return [];
    const span = { fromUs: Math.min(...rings) - reachUs, toUs: Math.max(...rings) + reachUs };
    return store.calls.offered(person, span, most).flatMap((near) => {
      const parts = store.parts.of(near.ref);
      return parts.length > 0 ? parts : [near];
    });
  });
}

/** When callers waited among these offers; what others tell of it is needed from now on. */
function waitsOf(store: Store, offers: readonly Call[]): Wait[] {
  const own = offers.map(waitOf).filter((wait) => wait !== null);
  const rings = offers.flatMap((call) => call.rangAtUs ?? []);
  const { person = null, domain = null } = offers[0] ?? {};
  if (person === null || rings.length < 2) return own;
  const told = store.overheard
    .waits(person, Math.min(...rings), Math.max(...rings))
    .filter((wait) => wait.domain === null || domain === null || sameDomain(wait.domain, domain));
  for (const { ref, fromUs, toUs } of told) {
    const within = rings.filter((us) => us >= fromUs - slackUs && us <= (toUs ?? Infinity) + slackUs);
    if (within.length > 1) store.overheard.need(ref);
  }
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
  const isRegrouping = rest.length > 0 || store.parts.headOf(first.ref) !== null;
  const after = withTransfer(store, joined([first, ...rest]));
  for (const part of group) {
    if (rest.length > 0) store.parts.put(part, first.ref);
    else if (store.parts.headOf(part.ref) !== null) store.parts.remove(part.ref);
  }
  const took = rest.map((part) => part.ref).filter((_ref, index) => rows[index + 1] !== null);
  for (const ref of took) store.calls.remove(ref);
  store.parties.know(after);
  store.calls.put(after);
  const before = rows[0] ?? rows.find((row) => row !== null) ?? null;
  if (isRegrouping || before === null) store.marks.refresh(after.ref);
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
    const part = ownPart(store, handed.ref);
    return part === null ? [change] : [change, ...writeCall(store, part, nowUs)];
  });
}

function uniqueByRef(calls: readonly Call[]): Call[] {
  return [...new Map(calls.toReversed().map((call) => [call.ref, call])).values()];
}
