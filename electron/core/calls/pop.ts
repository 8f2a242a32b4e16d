import type { Us } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from './call.ts';

/** Why nothing is raised although a phone of mine rang. */
export type HeldBack =
  /** It began to ring too long ago: a sleeping machine, a delivery tried again. */
  | 'ring-too-old'
  | 'do-not-disturb'
  /** My own phone rings first when I call by a click. */
  | 'click-to-call'
  /** A colleague had it before we heard that it rings. */
  | 'answered-elsewhere'
  /** It was over before we heard that it rings. */
  | 'call-over';

export type PopDecision =
  /** Raise a card and a notification. */
  | { readonly kind: 'pop' }
  /** It rings, or did, and yet nothing is raised. */
  | { readonly kind: 'hold'; readonly reason: HeldBack }
  /** A card may be up: what it shows has changed. */
  | { readonly kind: 'update' }
  /** Take the card away. */
  | { readonly kind: 'close' }
  | { readonly kind: 'nothing' };

/** A ring that took longer than this to reach us (a sleeping machine, a retry) is history, not news. */
export const ringTooOldUs: Us = 30_000_000;

/**
 * Decides about the screen pop of one call, from what was known before a commit and what is known after it. `delayUs`:
 * how late events usually are by two clocks that differ.
 */
export function popFor(
  before: Call | null,
  after: Call,
  settings: Pick<Settings, 'doNotDisturbUntilUs'>,
  nowUs: Us,
  delayUs: Us = 0,
): PopDecision {
  const rangBefore = before !== null && isRingingMe(before);
  if (isRingingMe(after)) {
    if (rangBefore) return { kind: 'update' };
    if (nowUs - lastRing(after) - delayUs > ringTooOldUs) return { kind: 'hold', reason: 'ring-too-old' };
    return isDisturbing(settings, nowUs) ? { kind: 'hold', reason: 'do-not-disturb' } : { kind: 'pop' };
  }
  if (isTalking(after)) return before !== null && isTalking(before) ? { kind: 'nothing' } : { kind: 'update' };
  if (rangBefore || (before !== null && isTalking(before))) return { kind: 'close' };
  const reason = before === null ? whyNeverRaised(after) : null;
  return reason === null ? { kind: 'nothing' } : { kind: 'hold', reason };
}

/** Whether pop-ups are not wanted now. */
export function isDisturbing({ doNotDisturbUntilUs }: Pick<Settings, 'doNotDisturbUntilUs'>, nowUs: Us): boolean {
  return doNotDisturbUntilUs !== null && nowUs < doNotDisturbUntilUs;
}

/** For a call that we first hear of when nothing of it rings me any more, or not as an incoming call. */
function whyNeverRaised(call: Call): HeldBack | null {
  if (call.clickToCall) return 'click-to-call';
  if (call.direction === 'out' || call.rangAtUs === null || call.answeredAtUs !== null) return null;
  return call.outcome === 'answered-elsewhere' || call.outcome === 'picked-up' ? 'answered-elsewhere' : 'call-over';
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
