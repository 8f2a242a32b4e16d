const delaysMs = [0, 0, 100, 100, 1000] as const;
const slowestMs = 5000;

/** A process that lived this long was well: its death starts the count anew. */
export const healthyAfterMs = 10_000;

/** Milliseconds to wait before the core is started again, after it died `deaths` times (1 or more) in quick succession. */
export function restartDelayMs(deaths: number): number {
  return delaysMs[deaths - 1] ?? slowestMs;
}
