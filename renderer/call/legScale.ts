import type { Leg, Us } from '../../shared/call.ts';

/** A part of a leg: where its bar stands, in percent of the whole call, and how long it took. */
export interface Stretch {
  readonly start: number;
  readonly width: number;
  readonly lengthUs: Us;
}

export interface LegBar {
  /** Null when the phone never rang. */
  readonly ring: Stretch | null;
  /** Null when nobody answered it. */
  readonly talk: Stretch | null;
}

/** Narrower stretches are drawn this wide, in percent: a short ring before a call of an hour stays visible. */
const leastWidth = 1;

/** Draws every leg on one time line, from the first time any leg knows to the last (`endUs` where a leg has no end). */
export function legBars(legs: readonly Leg[], endUs: Us): readonly LegBar[] {
  const from = Math.min(...legs.map((leg) => leg.startedAtUs ?? leg.rangAtUs ?? leg.answeredAtUs ?? endUs));
  const length = Math.max(...legs.map((leg) => leg.endedAtUs ?? endUs), from + 1) - from;

  function stretch(startUs: Us | null, stopUs: Us): Stretch | null {
    if (startUs === null) return null;
    const lengthUs = Math.max(0, stopUs - startUs);
    const start = Math.min(100 - leastWidth, ((startUs - from) / length) * 100);
    return { start, width: Math.min(100 - start, Math.max(leastWidth, (lengthUs / length) * 100)), lengthUs };
  }

  return legs.map((leg) => {
    const stopUs = leg.endedAtUs ?? endUs;
    return { ring: stretch(leg.rangAtUs, leg.answeredAtUs ?? stopUs), talk: stretch(leg.answeredAtUs, stopUs) };
  });
}
