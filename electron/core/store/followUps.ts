import type { Settlement, Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { isUndecided, missedAtUs, missedBy } from '../calls/followUp.ts';
import type { FollowUpInLog, LoggedCall } from './callTable.ts';
import type { Contact } from './followUpTable.ts';
import type { Store } from './store.ts';

/**
 * Brings the follow-ups of a call's person in line with what was just written of the call: whether it asks for one
 * itself, and those that it settles or, having been less than was thought, no longer does. Call it inside `store.write`.
 *
 * @param before what stood in the log before
 * @returns whether a follow-up of this very call was opened
 */
export function followUp(store: Store, before: LoggedCall | null, call: Call, nowUs: Us): boolean {
  const state = standingOf(store, call, nowUs);
  const isNews = store.followUps.set(call.ref, state);
  if (call.person !== null && call.contactAtUs !== null) store.followUps.settleBefore(call.person, call.contactAtUs);
  if (before !== null && isLessThan(call, before)) reconsider(store, before, nowUs);
  return isNews && state === 'open';
}

/**
 * A colleague has spoken with this person: what they had left open is settled. The colleague's call is needed where
 * nobody had spoken with them before; of what they left, the last is the one to tell.
 */
export function reachedByColleague(store: Store, person: string, atUs: Us): void {
  store.followUps.settleBefore(person, atUs);
  const last = store.followUps.lastSettledBefore(person, atUs);
  if (last !== null) needContactAfter(store, last);
}

/** Decides about those that waited for a hunt group. Returns the calls whose follow-up was opened. */
export function decideUndecided(store: Store, nowUs: Us): LoggedCall[] {
  return store.followUps
    .standing('undecided', { withElsewhere: true })
    .filter((call) => !isUndecided(call, nowUs) && followUp(store, null, call, nowUs));
}

/** Settles the follow-ups of these calls by hand. Call it inside `store.write`. */
export function settleByHand(store: Store, refs: readonly string[], reason: string | null, nowUs: Us): void {
  for (const call of callsOf(store, refs)) {
    store.followUps.settleByHand(call.ref, nowUs, reason);
    store.followUps.set(call.ref, standingOf(store, call, nowUs));
  }
}

/** Takes back what was settled by hand. Call it inside `store.write`. */
export function reopen(store: Store, refs: readonly string[], nowUs: Us): void {
  for (const call of callsOf(store, refs)) {
    for (const ref of refsOf(store, call)) store.followUps.reopen(ref);
    store.followUps.set(call.ref, standingOf(store, call, nowUs));
  }
}

/** Puts the follow-ups of these calls off until then, or calls that off with null. Call it inside `store.write`. */
export function snooze(store: Store, refs: readonly string[], untilUs: Us | null): void {
  for (const { ref } of callsOf(store, refs)) {
    if (untilUs === null) store.snoozes.remove(ref);
    else store.snoozes.put(ref, untilUs);
  }
}

/** What settled the follow-up of a call; null when nothing did. */
export function settlementOf(store: Store, call: LoggedCall): Settlement | null {
  if (call.followUp !== 'settled') return null;
  const byHand = byHandOf(store, call);
  if (byHand !== null) return { kind: 'by-hand', ...byHand };
  const contact = contactAfter(store, call);
  if (contact === null) return null;
  return contact.mine
    ? { kind: 'me', atUs: contact.atUs, ref: contact.ref }
    : { kind: 'colleague', atUs: contact.atUs, extension: contact.by };
}

function standingOf(store: Store, call: Call, nowUs: Us): FollowUpInLog {
  if (missedBy(call) === null) return 'none';
  if (byHandOf(store, call) !== null) return 'settled';
  if (needContactAfter(store, call) !== null) return 'settled';
  return isUndecided(call, nowUs) ? 'undecided' : 'open';
}

/** The first time somebody of the house spoke with the caller after a call was missed. */
function contactAfter(store: Store, call: Call): Contact | null {
  if (call.person === null) return null;
  const logged = store.followUps.contactAfter(call.person, missedAtUs(call));
  const reached = store.overheard.reachedAfter(call.person, missedAtUs(call));
  if (reached === null || (logged !== null && logged.atUs <= reached.atUs)) return logged;
  return { ...reached, mine: false };
}

/** The same; a colleague's call that tells it is needed from now on. */
function needContactAfter(store: Store, call: Call): Contact | null {
  const contact = contactAfter(store, call);
  if (contact !== null) store.overheard.need(contact.ref);
  return contact;
}

/** Nobody speaks in it any more, or later, or they are with somebody else. */
function isLessThan(call: Call, { person, contactAtUs }: Call): boolean {
  return contactAtUs !== null && (call.person !== person || (call.contactAtUs ?? -Infinity) < contactAtUs);
}

/** What was settled by a talk with a person that is not what it was: by another one, or not at all. */
export function reconsider(
  store: Store,
  { person, contactAtUs }: Pick<Call, 'person' | 'contactAtUs'>,
  nowUs: Us,
): void {
  if (person === null || contactAtUs === null) return;
  for (const call of store.followUps.settledBefore(person, contactAtUs)) {
    store.followUps.set(call.ref, standingOf(store, call, nowUs));
  }
}

function byHandOf(store: Store, call: Call) {
  return (
    refsOf(store, call)
      .map((ref) => store.followUps.byHand(ref))
      .find((byHand) => byHand !== null) ?? null
  );
}

/** What was settled while it stood for itself stays settled when it is joined. */
function refsOf(store: Store, call: Call): string[] {
  const parts = call.group ? store.parts.of(call.ref).map((part) => part.ref) : [];
  return parts.length > 0 ? parts : [call.ref];
}

function callsOf(store: Store, refs: readonly string[]): LoggedCall[] {
  return refs.flatMap((ref) => store.calls.get(store.parts.headOf(ref) ?? ref) ?? []);
}
