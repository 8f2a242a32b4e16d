import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { merged, total } from '../../../electron/core/calls/windows.ts';

const length = ({ fromUs, toUs }: { fromUs: number; toUs: number }) => toUs - fromUs;
const windows = fc.array(
  fc
    .tuple(fc.nat(50), fc.oneof({ weight: 9, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.constant(Infinity) }))
    .map(([fromUs, lasts]) => ({ fromUs, toUs: fromUs + lasts })),
  { minLength: 1, maxLength: 8 },
);

test('what windows cover together is at least the longest of them and at most all of them added up', () => {
  fc.assert(
    fc.property(windows, (some) => {
      const lengths = some.map(length);
      const covered = merged(some)
        .map(length)
        .reduce((sum, one) => sum + one, 0);
      expect(covered).toBeGreaterThanOrEqual(Math.max(...lengths));
      expect(covered).toBeLessThanOrEqual(lengths.reduce((sum, one) => sum + one, 0));
      expect(total(merged(some))).toBe(covered === Infinity ? null : covered);
    }),
    { numRuns: 2000 },
  );
});

test('merged windows are in order, apart from each other, and cover every moment of each', () => {
  fc.assert(
    fc.property(windows, fc.nat(70), (some, moment) => {
      const together = merged(some);
      for (const [index, next] of together.slice(1).entries()) {
        expect(next.fromUs).toBeGreaterThan(together[index]?.toUs ?? Infinity);
      }
      const covers = ({ fromUs, toUs }: { fromUs: number; toUs: number }) => fromUs <= moment && moment <= toUs;
      expect(together.some(covers)).toBe(some.some(covers));
    }),
    { numRuns: 2000 },
  );
});

test('the length of no windows at all is unknown rather than nothing', () => {
  expect(total([])).toBeNull();
  expect(total([{ fromUs: 3, toUs: 3 }])).toBe(0);
});

test('a window that ends before it begins, because clocks disagree, has no length', () => {
  expect(total([{ fromUs: 5, toUs: 3 }])).toBe(0);
});
