import { setTimeout as pause } from 'node:timers/promises';

/** In ms. */
const patienceMs = 60_000;
const everyMs = 10;

/** Looks until there is something to be seen; rejects after a minute. `what` was looked for. */
export async function eventually<Found>(what: string, look: () => Promise<Found | null>): Promise<Found> {
  const sinceMs = performance.now();
  while (performance.now() - sinceMs < patienceMs) {
    const found = await look();
    if (found !== null) return found;
    await pause(everyMs);
  }
  throw new Error(`${what}: not within ${patienceMs / 1000} s.`);
}
