import type { Direction } from '../../../shared/call.ts';
import type { CallLeg } from './legs.ts';

export interface PartyNumber {
  /** As sent; null when withheld. */
  readonly number: string | null;
  readonly e164: string | null;
}

const withheldWords = new Set(['anonymous', 'restricted', 'unknown', 'private', 'unavailable', 'withheld']);

/** Callers who hide their number arrive as a word; nothing on the wire promises which, or its case. */
export function isWithheld(number: string | null): boolean {
  return number === null || withheldWords.has(number.trim().toLowerCase());
}

/** An extension is short and bare, and never written in E.164. It must not be "normalised" into a phone number. */
export function isExtension(number: string | null): boolean {
  return number !== null && /^[0-9*#]{1,6}$/.test(number);
}

/** Whoever is not me: the caller when I was called, the one I dialled when I was calling. */
export function otherParty(direction: Direction, legs: readonly CallLeg[]): PartyNumber {
  for (const leg of legs) {
    const [number, e164] =
      direction === 'in' ? [leg.caller ?? leg.ani, leg.callerE164] : [leg.recipient, leg.recipientE164];
    if (number !== null || e164 !== null) {
      return isWithheld(number ?? e164)
        ? { number: null, e164: null }
        : { number: number ?? e164, e164: isWithheld(e164) ? number : e164 };
    }
  }
  return { number: null, e164: null };
}

/**
 * By what somebody is known again from call to call: the number, and for an extension the domain with it, for every
 * domain has its 1003. Null when withheld: that may be anybody.
 */
export function personOf({ number, e164 }: PartyNumber, domain: string | null): string | null {
  const best = e164 ?? number;
  return isExtension(best) ? `${best}@${domain?.toLowerCase() ?? ''}` : best;
}
