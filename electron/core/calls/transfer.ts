import type { Us } from '../../../shared/call.ts';
import { causeKind } from './causes.ts';
import type { CallLeg } from './legs.ts';
import { isExtension } from './party.ts';

/** Both ends of a transfer are told within this time of each other. */
export const transferUs: Us = 3_000_000;

/** Somebody on this line handed the call over and stepped out; the call itself goes on. */
export function isHandedOver(leg: Pick<CallLeg, 'cause'>): boolean {
  return causeKind(leg.cause) === 'transferred';
}

/**
 * The far legs of a call that I made, cut off where I stepped out of it: what is said after I have handed the call over
 * is none of my talk.
 */
export function untilHandedOver(far: readonly CallLeg[], legs: readonly CallLeg[]): CallLeg[] {
  const line = legs.find((leg) => leg.first && leg.role === 'caller' && leg.endedAtUs !== null && isHandedOver(leg));
  const leftAtUs = line?.endedAtUs ?? null;
  if (line === undefined || leftAtUs === null) return [...far];
  const reached = far.filter((leg) => (leg.answeredAtUs ?? leg.rangAtUs ?? 0) <= leftAtUs);
  return (reached.length > 0 ? reached : far).map((leg) =>
    leg.endedAtUs !== null && leg.endedAtUs <= leftAtUs ? leg : { ...leg, endedAtUs: leftAtUs, cause: line.cause },
  );
}

/**
 * The extension a colleague handed this call over from, on the way to me: their phone had it and let go of it, or their
 * own line, on which they had called me, did.
 */
export function cameFrom(mine: readonly CallLeg[], legs: readonly CallLeg[]): string | null {
  const rangAtUs = Math.min(...mine.map((leg) => leg.rangAtUs ?? Infinity));
  const had = legs.find(
    (leg) =>
      leg.role === null && !leg.first && isHandedOver(leg) && leg.answeredAtUs !== null && leg.answeredAtUs <= rangAtUs,
  );
  if (had !== undefined) return had.dialedUser;
  const asked = legs.find((leg) => leg.first && leg.role !== 'caller' && isHandedOver(leg));
  const colleague = asked?.ani ?? asked?.caller ?? null;
  return isExtension(colleague) ? colleague : null;
}

/** The extension that rang next after I had handed the call over; null where the PBX rings it in a call of its own. */
export function transferredTo(mine: readonly CallLeg[], legs: readonly CallLeg[]): string | null {
  const left = mine.find((leg) => leg.endedAtUs !== null && isHandedOver(leg));
  const leftAtUs = left?.endedAtUs ?? null;
  if (leftAtUs === null) return null;
  const began = (leg: CallLeg) => leg.rangAtUs ?? leg.startedAtUs ?? leg.answeredAtUs ?? -Infinity;
  return (
    legs.find((leg) => leg.role === null && leg.dialedUser !== null && began(leg) >= leftAtUs - transferUs)
      ?.dialedUser ?? null
  );
}
