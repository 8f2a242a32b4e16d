import type { Spread } from '../../../shared/statistics.ts';
import type { LengthCounts } from './dayTotals.ts';

/** Most calls are shorter, in seconds. */
const usual = 7200;

/** How long calls were, to the second: counts that any number of days can be added to. */
export interface Lengths {
  add(counts: LengthCounts): void;
  /** Null when nothing was added. The length at the middle and at nine tenths of all lengths in order (nearest rank). */
  spread(): Spread | null;
}

export function emptyLengths(): Lengths {
  // By seconds; a map would be three times slower, and an array of any length might be a month long.
  const counts = new Uint32Array(usual);
  const longer = new Map<number, number>();
  let total = 0;
  return {
    add(more) {
      for (let index = 0; index < more.length; index += 2) {
        const [seconds = 0, count = 0] = [more[index], more[index + 1]];
        total += count;
        if (seconds < usual) counts[seconds] = (counts[seconds] ?? 0) + count;
        else longer.set(seconds, (longer.get(seconds) ?? 0) + count);
      }
    },
    spread() {
      if (total === 0) return null;
      const inOrder = [...counts.entries(), ...[...longer].sort(([a], [b]) => a - b)];
      const atRank = (rank: number) => {
        let below = 0;
        for (const [seconds, count] of inOrder) {
          below += count;
          if (below >= rank) return seconds * 1_000_000;
        }
        return 0;
      };
      return { medianUs: atRank(Math.ceil(total / 2)), ninetiethUs: atRank(Math.ceil((total * 9) / 10)) };
    },
  };
}
