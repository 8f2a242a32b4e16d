import type { Us } from '../../../shared/call.ts';

/** A stretch of time on one leg: ringing, or talking. `toUs` is Infinity while it goes on. */
export interface TimeWindow {
  readonly fromUs: Us;
  readonly toUs: Us;
}

/** The stretches that the windows cover together, in order: two phones that ring at once ring once. */
export function merged(windows: readonly TimeWindow[]): TimeWindow[] {
  const result: TimeWindow[] = [];
  for (const window of [...windows].sort((a, b) => a.fromUs - b.fromUs)) {
    const last = result.at(-1);
    if (last === undefined || window.fromUs > last.toUs) result.push(window);
    else result[result.length - 1] = { fromUs: last.fromUs, toUs: Math.max(last.toUs, window.toUs) };
  }
  return result;
}

/** Length of all of them, in µs; null when there are none, or one still goes on. */
export function total(windows: readonly TimeWindow[]): Us | null {
  const sum = windows.reduce((length, { fromUs, toUs }) => length + Math.max(0, toUs - fromUs), 0);
  return windows.length === 0 || sum === Infinity ? null : sum;
}
