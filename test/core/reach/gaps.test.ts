import { array, assert, boolean, constantFrom, integer, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { causeOf, type Condition, mergeGaps } from '../../../electron/core/reach/gaps.ts';
import type { Gap } from '../../../shared/reach.ts';

const well: Condition = { isAsleep: false, isListening: true, isWritable: true, isReachable: true };

describe('the cause of a gap', () => {
  test('is none while all is well, and the one that the others follow from when several things are wrong', () => {
    const ill: Condition = { isAsleep: true, isListening: false, isWritable: false, isReachable: false };
    expect(causeOf(well)).toBeNull();
    expect(causeOf(ill)).toBe('asleep');
    expect(causeOf({ ...ill, isAsleep: false })).toBe('not-listening');
    expect(causeOf({ ...ill, isAsleep: false, isListening: true })).toBe('not-writable');
    expect(causeOf({ ...well, isReachable: false })).toBe('not-reachable');
  });

  test('is neither sleep nor the way while no way from the internet is chosen', () => {
    expect(causeOf({ ...well, isReachable: null })).toBeNull();
    expect(causeOf({ ...well, isReachable: null, isAsleep: true })).toBeNull();
    expect(causeOf({ ...well, isReachable: null, isListening: false })).toBe('not-listening');
  });
});

const causes: readonly Gap['cause'][] = ['not-running', 'asleep', 'not-listening', 'not-reachable', 'not-writable'];
/** Pieces as the table holds them, by their beginning. The last one may go on. */
const pieces = tuple(
  array(
    record({
      fromUs: integer({ min: 0, max: 60 }),
      length: integer({ min: 0, max: 12 }),
      cause: constantFrom(...causes),
    }),
    {
      maxLength: 20,
    },
  ),
  boolean(),
).map(([list, lasts]): Gap[] => {
  const sorted = list.toSorted((a, b) => a.fromUs - b.fromUs);
  return sorted.map(({ fromUs, length, cause }, index) => ({
    fromUs,
    toUs: lasts && index === sorted.length - 1 ? null : fromUs + length,
    cause,
  }));
});
/** The moments between 0 and 100 that lie in one of them. */
const covered = (gaps: readonly Gap[]) =>
  Array.from({ length: 100 }, (_, us) => gaps.some(({ fromUs, toUs }) => fromUs <= us && us < (toUs ?? Infinity)));

describe('gaps', () => {
  test('cover what their pieces cover, and nothing else', () => {
    assert(
      property(pieces, (list) => {
        expect(covered(mergeGaps(list))).toEqual(covered(list));
      }),
    );
  });

  test('never touch, are never empty, and the newest comes first', () => {
    assert(
      property(pieces, (list) => {
        const gaps = mergeGaps(list);
        const ends = gaps.map(({ toUs }) => toUs ?? Infinity);
        expect(gaps.filter(({ fromUs }, index) => fromUs >= (ends[index] ?? 0))).toEqual([]);
        expect(gaps.filter(({ fromUs }, index) => fromUs <= (ends[index + 1] ?? -1))).toEqual([]);
      }),
    );
  });

  test('that are merged once stay as they are', () => {
    assert(
      property(pieces, (list) => {
        const gaps = mergeGaps(list);
        expect(mergeGaps(gaps.toReversed())).toEqual(gaps);
      }),
    );
  });

  test('have the cause of one of the pieces in them', () => {
    assert(
      property(pieces, (list) => {
        for (const gap of mergeGaps(list)) {
          const within = list.filter(({ fromUs }) => fromUs >= gap.fromUs && fromUs <= (gap.toUs ?? Infinity));
          expect(within.map(({ cause }) => cause)).toContain(gap.cause);
        }
      }),
    );
  });

  test('of a night are told as sleep, not as the tunnel that took a moment after it', () => {
    expect(
      mergeGaps([
        { fromUs: 0, toUs: 100, cause: 'asleep' },
        { fromUs: 100, toUs: 102, cause: 'not-reachable' },
      ]),
    ).toEqual([{ fromUs: 0, toUs: 102, cause: 'asleep' }]);
  });
});
