import type { Us } from '../../../shared/call.ts';
import type { CallLeg } from './legs.ts';

/** Whether a call was offered to others as well, by a group or a queue, and not to me alone. */
export function isGroupCall(mine: readonly CallLeg[], legs: readonly CallLeg[]): boolean {
  return mine.some(isQueueOffer) || legs.some((leg) => isSibling(leg, mine));
}

/** Assumed: a phone that is rung and names no leg that had it rung was rung by a queue. */
export function isQueueOffer(leg: CallLeg): boolean {
  return leg.originatingLeg === null && (!leg.first || leg.dialedUser !== null);
}

/** A colleague's phone that was tried for the same caller; not one that had the call before me, or got it after me. */
function isSibling(leg: CallLeg, mine: readonly CallLeg[]): boolean {
  if (leg.role !== null || leg.first || leg.dialedUser === null) return false;
  const rangMeAtUs = earliestOf(mine.map((own) => own.rangAtUs));
  const answeredAtUs = earliestOf(mine.map((own) => own.answeredAtUs));
  const hadItBefore = leg.answeredAtUs !== null && leg.answeredAtUs < rangMeAtUs;
  const gotItAfter = (leg.rangAtUs ?? leg.startedAtUs ?? 0) > answeredAtUs;
  return !hadItBefore && !gotItAfter;
}

function earliestOf(times: readonly (Us | null)[]): Us {
  return Math.min(...times.map((time) => time ?? Infinity));
}

/** Nothing of mine goes on, and yet the caller is still there: a hunt group rings the next phone. */
export function isCallerWaiting(legs: readonly CallLeg[], callEndedAtUs: Us | null): boolean {
  return callEndedAtUs === null && legs.some((leg) => leg.role === null && leg.endedAtUs === null);
}
