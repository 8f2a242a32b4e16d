import type { Random } from '../../electron/simulator/random.ts';

/** Somebody on the other side: outside the house, or an extension of it. */
export interface HugeParty {
  readonly number: string;
  readonly e164: string;
  readonly person: string;
  readonly internal: boolean;
}

export const hugeDomain = 'dev-pbx.impactpbx.com';
const extensions = Array.from({ length: 40 }, (_, index) => String(1003 + index));
/** Calling codes with the first digits of numbers there, the most frequent ones first. */
const blocks = ['+3579', '+3572', '+3069', '+3021', '+4420', '+447', '+4930', '+331', '+1212', '+97150'];

/** People in the order of how often they call; each number once. Extensions are among the frequent ones. */
export function hugeParties(count: number, random: Random): HugeParty[] {
  const numbers = new Set<string>();
  while (numbers.size < count - extensions.length) {
    const block = blocks[Math.floor(blocks.length * random.between(0, 1) ** 2)] ?? '+3579';
    const length = block.startsWith('+357') ? 12 : 13;
    const rest = String(Math.floor(random.between(0, 10 ** (length - block.length))));
    numbers.add(block + rest.padStart(length - block.length, '0'));
  }
  const outside = [...numbers].map((e164) => {
    return { number: e164.replace('+', '00'), e164, person: e164, internal: false };
  });
  const inside = extensions.map((extension) => {
    return { number: extension, e164: extension, person: `${extension}@${hugeDomain}`, internal: true };
  });
  return [...outside.slice(0, 20), ...inside, ...outside.slice(20)];
}

/** From a chance between 0 and 1 to a rank: the nth is met about 1/n as often as the first. */
export function zipf(count: number): (chance: number) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 10) ** 0.85;
    sums[rank] = sum;
  }
  return (chance) => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < chance * sum) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
