import { createHash } from 'node:crypto';

/** Chance that repeats itself: the same seed tells the same story. */
export interface Random {
  /** At least `from`, below `to`. */
  between(from: number, to: number): number;
  /** True in this share of cases, 0 to 1. */
  chance(share: number): boolean;
  /** One of `items`, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  return {
    between: (from, to) => from + next() * (to - from),
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
  };
}

/** Tommy Ettinger's generator: 32 bits of state, and good enough to shuffle telephone calls. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** UUIDs one after another, the same ones for the same `root`. */
export function createUuids(root: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`${root}/${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
