import type { Us } from '../../../shared/call.ts';
import type { HoldReason } from '../../../shared/pop.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from './call.ts';
import { isQuiet, kindOf } from './tellingRules.ts';

/** The settings that have a say in it. */
export type PopSettings = Pick<Settings, 'doNotDisturbUntilUs' | 'quietHours' | 'ways'>;

export type PopDecision =
  /** Raise a card and a notification. */
  | { readonly kind: 'pop' }
  /** It rings, or did, and yet nothing is raised. */
  | { readonly kind: 'hold'; readonly reason: HoldReason }
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
  settings: PopSettings,
  nowUs: Us,
  delayUs: Us = 0,
): PopDecision {
  const rangBefore = before !== null && isRingingMe(before);
  if (isRingingMe(after)) {
    if (rangBefore) return { kind: 'update' };
    if (nowUs - lastRing(after) - delayUs > ringTooOldUs) return { kind: 'hold', reason: 'ring-too-old' };
    const unwanted = whyUnwanted(after, settings, nowUs);
    return unwanted === null ? { kind: 'pop' } : { kind: 'hold', reason: unwanted };
  }
  if (isTalking(after)) return before !== null && isTalking(before) ? { kind: 'nothing' } : { kind: 'update' };
  if (rangBefore || (before !== null && isTalking(before))) return { kind: 'close' };
  const reason = before === null ? whyNeverRaised(after) : null;
  return reason === null ? { kind: 'nothing' } : { kind: 'hold', reason };
}

/** Why the settings want nothing raised for a call now; null when they want it. */
export function whyUnwanted(
  call: Call,
  { doNotDisturbUntilUs, quietHours, ways }: PopSettings,
  nowUs: Us,
): HoldReason | null {
  if (doNotDisturbUntilUs !== null && nowUs < doNotDisturbUntilUs) return 'do-not-disturb';
  if (isQuiet(quietHours, nowUs)) return 'quiet-hours';
  const { card, notification, sound } = ways[kindOf(call)];
  return card || notification || sound ? null : 'not-wanted';
}

/** For a call that we first hear of when nothing of it rings me any more, or not as an incoming call. */
function whyNeverRaised(call: Call): HoldReason | null {
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
