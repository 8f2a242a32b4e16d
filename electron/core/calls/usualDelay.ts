import type { Us } from '../../../shared/call.ts';

/** How many deliveries it takes, how close together nine in ten of them have to lie, and what is no clock any more. */
const fewest = 10;
const closeUs: Us = 3_000_000;
const share = 0.9;
const longestUs: Us = 26 * 3_600_000_000;

/**
 * How long events usually take from the PBX's clock to ours, where they take long and all the same time: one of the
 * clocks is wrong then. 0 where that cannot be said; deliveries that were held up somewhere differ from each other.
 *
 * @param delays by how much the arrival of each was later than its sending, by the two clocks
 */
export function usualDelay(delays: readonly Us[]): Us {
  if (delays.length < fewest) return 0;
  const sorted = delays.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const close = sorted.filter((delay) => Math.abs(delay - median) <= closeUs);
  return close.length >= share * sorted.length && median > 0 && median <= longestUs ? median : 0;
}
