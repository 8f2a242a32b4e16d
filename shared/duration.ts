import type { Us } from './call.ts';

/** A length cut up for people: `4 s`, `3 min 05 s`, `1 h 02 min`. The parts are whole and carry over. */
export type DurationParts =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'minutes'; readonly minutes: number; readonly seconds: number }
  | { readonly kind: 'hours'; readonly hours: number; readonly minutes: number };

/** Microseconds in, rounded to the second; a negative length (two clocks that differ) counts as none. */
export function durationParts(lengthUs: Us): DurationParts {
  const total = Math.max(0, Math.round(lengthUs / 1_000_000));
  const seconds = total % 60;
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  if (hours > 0) return { kind: 'hours', hours, minutes };
  if (minutes > 0) return { kind: 'minutes', minutes, seconds };
  return { kind: 'seconds', seconds };
}
