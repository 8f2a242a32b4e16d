import type { Us } from '../../../shared/call.ts';
import type { Call } from './call.ts';

export type PopDecision =
  /** Raise a card and a notification. */
  | { readonly kind: 'pop' }
  /** It rings, and yet nothing is raised. */
  | { readonly kind: 'hold'; readonly reason: 'ring-too-old' }
  /** A card may be up: what it shows has changed. */
  | { readonly kind: 'update' }
  /** Take the card away. */
  | { readonly kind: 'close' }
  | { readonly kind: 'nothing' };

/** A ring that took longer than this to reach us (a sleeping machine, a retry) is history, not news. */
export const ringTooOldUs: Us = 30_000_000;

/**
 * Decides about the screen pop of one call, from what was known before a commit and what is known after it.
 * Click-to-call rings my own phone first; it is a call that I make (`out`), so it never pops.
 */
export function popFor(before: Call | null, after: Call, nowUs: Us): PopDecision {
  const rangBefore = before !== null && isRingingMe(before);
  if (isRingingMe(after)) {
    if (rangBefore) return { kind: 'update' };
    return nowUs - lastRing(after) > ringTooOldUs ? { kind: 'hold', reason: 'ring-too-old' } : { kind: 'pop' };
  }
  if (isTalking(after)) return before !== null && isTalking(before) ? { kind: 'nothing' } : { kind: 'update' };
  return rangBefore || (before !== null && isTalking(before)) ? { kind: 'close' } : { kind: 'nothing' };
}

export function isRingingMe(call: Call): boolean {
  return call.direction === 'in' && call.outcome === 'in-progress' && call.reason === 'ringing';
}

export function isTalking(call: Call): boolean {
  return call.direction === 'in' && call.outcome === 'in-progress' && call.reason === 'talking';
}

/** When a phone of mine last began to ring: a queue that offers the caller again rings anew. */
function lastRing(call: Call): Us {
  return Math.max(...call.legs.filter((leg) => leg.mine).map((leg) => leg.rangAtUs ?? 0), 0);
}
