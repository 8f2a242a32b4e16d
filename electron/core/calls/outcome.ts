import type { Direction, Outcome, Reason } from '../../../shared/call.ts';
import { type CauseKind, causeKind } from './causes.ts';
import type { CallEvent } from './event.ts';
import type { CallLeg } from './legs.ts';
import { ending } from './outcomeTable.ts';

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
  /** How the caller's own line ended, for where the end of my legs got lost. */
  readonly lineCause: string | null;
}

/** Rolls the legs up to what the call came to, for me. The first rule that fits decides. */
export function outcomeOf({ direction, mine, taker, over, failed, lineCause }: Evidence): Verdict {
  const talked = lastOf(mine.filter((leg) => leg.answeredAtUs !== null));
  if (talked !== null) {
    const by = direction === 'in' ? (talked.dialedUser ?? talked.recipient) : talked.dialedUser;
    const verdict = over ? ending(causeKind(talked.cause), 'talked') : going('talking');
    return { ...verdict, cause: talked.cause, answeredBy: by };
  }

  const last = lastOf(mine.filter((leg) => leg.rangAtUs !== null)) ?? lastOf(mine);
  const cause = last?.cause ?? failed?.cause ?? lineCause;
  if (taker !== null) return { outcome: 'answered-elsewhere', reason: null, cause, answeredBy: taker.dialedUser };

  const rang = last !== null && last.rangAtUs !== null;
  if (!over) return { ...going(rang ? 'ringing' : 'dialling'), cause: null, answeredBy: null };
  const state = direction === 'out' ? 'called' : rang ? 'rang' : failed === null ? 'quiet' : 'unreached';
  const kind = direction === 'out' ? tellingKind(failed, cause) : causeKind(cause);
  return { ...ending(kind, state), cause, answeredBy: null };
}

/**
 * The colleague's leg that answered what rang me. The first leg never counts: assumed to be a menu, a queue or a
 * mailbox. Nor does somebody who had answered before it rang me: they were handing the call over.
 */
export function takerOf(mine: readonly CallLeg[], legs: readonly CallLeg[]): CallLeg | null {
  const rangMeAtUs = lastOf(mine.filter((leg) => leg.rangAtUs !== null))?.rangAtUs ?? null;
  return (
    answeredByColleagues(legs).find(({ answeredAtUs }) => rangMeAtUs === null || (answeredAtUs ?? 0) >= rangMeAtUs) ??
    null
  );
}

/** The phones of colleagues on which somebody spoke with the caller. */
export function answeredByColleagues(legs: readonly CallLeg[]): CallLeg[] {
  return legs.filter((leg) => leg.role === null && !leg.first && leg.dialedUser !== null && leg.answeredAtUs !== null);
}

function going(reason: 'ringing' | 'talking' | 'dialling') {
  return { outcome: 'in-progress', reason } as const;
}

/** A `failed` event's reason is more telling than its cause, which may well be NORMAL_CLEARING. */
function tellingKind(failed: CallEvent | null, cause: string | null): CauseKind {
  const reason = causeKind(failed?.failedReason ?? null);
  return reason === 'other' ? causeKind(cause) : reason;
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
