import type { Us } from '../../../shared/call.ts';

const minuteUs: Us = 60_000_000;
const hourUs: Us = 60 * minuteUs;

/** The last look for a newer version. */
export interface Look {
  readonly atUs: Us;
  /** It came to nothing, for a reason that may be over soon. */
  readonly failed: boolean;
}

/**
 * Whether it is time to look: a minute after the start, then daily, and an hour after a look that failed. `spread`, from 0
 * to 1, is drawn once for each run, so that not everybody comes at the same time. By the clock on the wall: a machine that
 * was asleep for a day looks as soon as it is awake.
 */
export function isTimeToLook(nowUs: Us, startedUs: Us, last: Look | null, spread: number): boolean {
  // The clock was set back: by how much nobody knows.
  if (nowUs < startedUs || (last !== null && nowUs < last.atUs)) return true;
  if (last === null) return nowUs >= startedUs + minuteUs * (1 + spread);
  return nowUs >= last.atUs + (last.failed ? hourUs : 24 * hourUs) * (1 + spread / 8);
}
