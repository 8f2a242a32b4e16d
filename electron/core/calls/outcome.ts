import type { Direction, Outcome, Reason } from '../../../shared/call.ts';
import { type CauseKind, causeKind } from './causes.ts';
import type { CallEvent } from './event.ts';
import type { CallLeg } from './legs.ts';

export interface Verdict {
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  /** The cause that decided, as sent. */
  readonly cause: string | null;
  readonly answeredBy: string | null;
}

export interface Evidence {
  readonly direction: Direction;
  /** My legs that decide; at least one. */
  readonly mine: readonly CallLeg[];
  /** The colleague's leg that took the call while it rang me; see `takerOf`. */
  readonly taker: CallLeg | null;
  /** Nothing more is to be expected on my legs. */
  readonly over: boolean;
  readonly failed: CallEvent | null;
}

/** Rolls the legs up to what the call came to, for me. The first rule that fits decides. */
export function outcomeOf({ direction, mine, taker, over, failed }: Evidence): Verdict {
  const talked = lastOf(mine.filter((leg) => leg.answeredAtUs !== null));
  if (talked !== null) {
    const by = direction === 'in' ? (talked.dialedUser ?? talked.recipient) : talked.dialedUser;
    return { ...answeredOutcome(talked, over), cause: talked.cause, answeredBy: by };
  }

  const last = lastOf(mine.filter((leg) => leg.rangAtUs !== null)) ?? lastOf(mine);
  const cause = last?.cause ?? failed?.cause ?? null;
  if (taker !== null) return { outcome: 'answered-elsewhere', reason: null, cause, answeredBy: taker.dialedUser };

  const rang = last !== null && last.rangAtUs !== null;
  if (!over) {
    return { outcome: 'in-progress', reason: rang ? 'ringing' : 'dialling', cause: null, answeredBy: null };
  }
  const verdict =
    direction === 'in'
      ? notAnsweredByMe(causeKind(cause), rang, failed !== null)
      : notAnsweredByThem(noRouteFirst(causeKind(failed?.failedReason ?? null), causeKind(cause)));
  return { ...verdict, cause, answeredBy: null };
}

/**
 * The colleague's leg that answered what rang me. The first leg never counts: assumed to be a menu, a queue or a
 * mailbox. Nor does somebody who had answered before it rang me: they were handing the call over.
 */
export function takerOf(mine: readonly CallLeg[], legs: readonly CallLeg[]): CallLeg | null {
  const rangMeAtUs = lastOf(mine.filter((leg) => leg.rangAtUs !== null))?.rangAtUs ?? null;
  return (
    legs.find(
      (leg) =>
        leg.role === null &&
        !leg.first &&
        leg.dialedUser !== null &&
        leg.answeredAtUs !== null &&
        (rangMeAtUs === null || leg.answeredAtUs >= rangMeAtUs),
    ) ?? null
  );
}

type Ending = Pick<Verdict, 'outcome' | 'reason'>;

function answeredOutcome(leg: CallLeg, over: boolean): Ending {
  if (!over) return { outcome: 'in-progress', reason: 'talking' };
  const kind = causeKind(leg.cause);
  if (kind === 'transferred') return { outcome: 'transferred', reason: null };
  return { outcome: 'answered', reason: kind === 'dropped' ? 'line-dropped' : null };
}

/** A call to me that no phone of mine answered. */
function notAnsweredByMe(kind: CauseKind, rang: boolean, failed: boolean): Ending {
  const phoneOffline: Ending = { outcome: 'unreachable', reason: 'phone-offline' };
  // What the PBX then gives as the cause says how the caller left, not why no phone of mine rang.
  const unreached = failed && !rang;
  switch (kind) {
    case 'lost-race':
      return { outcome: 'answered-elsewhere', reason: null };
    case 'picked-off':
      return { outcome: 'picked-up', reason: null };
    case 'refused':
      return { outcome: 'declined', reason: null };
    case 'busy':
      // Most phones reject by hand with 486, which arrives as USER_BUSY: after a ring it was a person.
      return { outcome: rang ? 'declined' : 'busy', reason: null };
    case 'offline':
      return phoneOffline;
    case 'cancelled':
      return unreached ? phoneOffline : { outcome: 'missed', reason: 'caller-hung-up' };
    case 'rang-out':
      return unreached ? phoneOffline : { outcome: 'missed', reason: 'rang-out' };
    case 'transferred':
    case 'no-route':
    case 'barred':
    case 'dropped':
    case 'other':
      return unreached ? phoneOffline : { outcome: 'missed', reason: null };
  }
}

/** A call of mine that nobody answered. */
function notAnsweredByThem(kind: CauseKind): Ending {
  switch (kind) {
    case 'cancelled':
      return { outcome: 'cancelled', reason: null };
    case 'rang-out':
      return { outcome: 'no-answer', reason: null };
    case 'busy':
      return { outcome: 'busy', reason: null };
    case 'refused':
      return { outcome: 'rejected', reason: null };
    case 'no-route':
      return { outcome: 'failed', reason: 'no-route' };
    case 'barred':
      return { outcome: 'failed', reason: 'barred' };
    case 'lost-race':
    case 'picked-off':
    case 'offline':
    case 'transferred':
    case 'dropped':
    case 'other':
      return { outcome: 'failed', reason: 'network' };
  }
}

/** A `failed` event's reason is more telling than its cause, which may well be NORMAL_CLEARING. */
function noRouteFirst(reason: CauseKind, cause: CauseKind): CauseKind {
  return reason === 'other' ? cause : reason;
}

/** The leg that ended last, or rang last where none has ended. */
function lastOf(legs: readonly CallLeg[]): CallLeg | null {
  const when = (leg: CallLeg) => leg.endedAtUs ?? Infinity;
  return legs.reduce<CallLeg | null>(
    (last, leg) =>
      last === null ||
      when(leg) > when(last) ||
      (when(leg) === when(last) && (leg.rangAtUs ?? 0) >= (last.rangAtUs ?? 0))
        ? leg
        : last,
    null,
  );
}
