import type { Us } from '../../../shared/call.ts';
import { isQueueOffer } from './group.ts';
import { type CallLeg, earliest } from './legs.ts';
import { isExtension, isWithheld, personOf } from './party.ts';
import { isHandedOver } from './transfer.ts';

/** The little that calls of mine may need of a colleague's call. */
export interface Overheard {
  readonly domain: string | null;
  /** Whoever is in it from outside; see `personOf`. */
  readonly person: string;
  readonly number: string;
  /** The caller's line, from its beginning until a phone took the call, or its end; null while they wait. */
  readonly waitsFromUs: Us | null;
  readonly waitsToUs: Us | null;
  /** When a colleague spoke with them, and who. */
  readonly reachedAtUs: Us | null;
  readonly reachedBy: string | null;
  /** When a colleague handed them over, and who. */
  readonly handedAtUs: Us | null;
  readonly handedBy: string | null;
}

/** Null for calls from which nothing can follow for mine: the caller is withheld, or nobody from outside is in it. */
export function overheard(legs: readonly CallLeg[], clickToCall: boolean): Overheard | null {
  const domain = legs.find((leg) => leg.domain !== null)?.domain ?? null;
  // The phone that a click rings first may show the number that is to be called as its caller.
  const clickedBy = clickToCall ? first(legs, (leg) => leg.dialedUser) : null;
  const caller = clickedBy ?? first(legs, (leg) => leg.ani) ?? first(legs, (leg) => leg.caller);
  const isColleagueCalling = isExtension(caller);
  const [number, e164] = isColleagueCalling
    ? [first(legs, (leg) => leg.recipient), first(legs, (leg) => leg.recipientE164)]
    : [first(legs, (leg) => leg.caller) ?? caller, first(legs, (leg) => leg.callerE164)];
  if (number === null || isWithheld(number) || isExtension(e164 ?? number)) return null;
  const person = personOf({ number, e164: isWithheld(e164) ? null : e164 }, domain);
  if (person === null) return null;

  const phones = legs.filter((leg) => !leg.first && (isColleagueCalling || leg.dialedUser !== null));
  const reached = phones.find((leg) => leg.answeredAtUs !== null);
  const handed = phones.find((leg) => leg.answeredAtUs !== null && leg.endedAtUs !== null && isHandedOver(leg));
  // Whoever is put through to one phone does not wait in a queue.
  const waits = phones.every(isQueueOffer);
  const line = isColleagueCalling || !waits ? undefined : legs.find((leg) => leg.first);
  return {
    domain,
    person,
    number,
    waitsFromUs: line?.startedAtUs ?? null,
    waitsToUs: line === undefined ? null : earliest([line.endedAtUs, ...phones.map((leg) => leg.answeredAtUs)]),
    reachedAtUs: reached?.answeredAtUs ?? null,
    reachedBy: reached === undefined ? null : isColleagueCalling ? caller : reached.dialedUser,
    handedAtUs: handed?.endedAtUs ?? null,
    handedBy: handed?.dialedUser ?? null,
  };
}

/** That a colleague spoke with somebody on this phone, and nothing else. */
export function spokenWith(person: string, { domain, answeredAtUs, dialedUser, caller }: CallLeg): Overheard {
  return {
    domain,
    person,
    number: caller ?? person,
    waitsFromUs: null,
    waitsToUs: null,
    reachedAtUs: answeredAtUs,
    reachedBy: dialedUser,
    handedAtUs: null,
    handedBy: null,
  };
}

function first(legs: readonly CallLeg[], of: (leg: CallLeg) => string | null): string | null {
  return legs.map(of).find((value) => value !== null) ?? null;
}
