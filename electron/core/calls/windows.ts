import type { Us } from '../../../shared/call.ts';

/** A stretch of time on one leg: ringing, or talking. */
export interface TimeWindow {
  readonly fromUs: Us;
  readonly toUs: Us;
}

/** Length of what the windows cover together, in µs: two phones that ring at once ring once. */
export function covered(windows: readonly TimeWindow[]): Us {
  let total = 0;
  let reached = -Infinity;
  for (const { fromUs, toUs } of [...windows].sort((a, b) => a.fromUs - b.fromUs)) {
    const from = Math.max(fromUs, reached);
    if (toUs > from) {
      total += toUs - from;
      reached = toUs;
    }
  }
  return total;
}
