import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { searchWords } from '../../../electron/core/search/searchWords.ts';
import { callFinder } from '../../../electron/core/store/callFinder.ts';
import { type CallFilter, callViews, everyCall } from '../../../shared/callFilter.ts';
import { naive, pages, spokenWords, tagNames, writtenLog } from '../../support/foundCalls.ts';

const calls = 120;
const fromUs = 1_700_000_000_000_000;

const piece = fc.oneof(
  fc.constantFrom('99', '+357', '00357', '9', 'a', 'α', 'μαρια', 'ΓΕΩΡΓ', 'müller', 'studio 54', '1002', '1005', '600'),
  fc.constantFrom(...spokenWords, ...tagNames),
  fc.constantFrom('%', '"', '*', '(', 'AND', 'NEAR', 'OR', '""', "'", '-', '^', ':', 'NEAR(', '\0', '{a} : b'),
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.string({ maxLength: 3, unit: 'grapheme' }),
);
const search = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(' '));
const timeUs = fc.integer({ min: -5, max: calls }).map((second) => fromUs + second * 1_000_000);
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 2 });
const filters: fc.Arbitrary<CallFilter> = fc.record({
  view: fc.oneof(fc.constant('all' as const), fc.constantFrom(...callViews)),
  fromUs: rarely(timeUs),
  toUs: rarely(timeUs),
  note: fc.boolean(),
  recording: fc.oneof(fc.constant(false), fc.boolean()),
  tag: rarely(fc.constantFrom(...tagNames, 'URGENT', 'never used')),
  search: fc.oneof(search, piece),
  sameAs: rarely(fc.integer({ min: 0, max: calls }).map((nth) => `call-${nth}`)),
});
/** Every way of going about a search is taken when so little counts as few. */
const patiences = fc.record({
  few: fc.constantFrom(0, 3, 1500),
  fewNames: fc.constantFrom(0, 3, 1500),
  fewCalls: fc.constantFrom(0, 10, 3000),
  looksPerHit: fc.constantFrom(1, 3, 50),
});

test('pages hold exactly the calls that a filter lets through, newest first, whatever is asked', () => {
  const logs = [1, 2, 3].map((seed) => writtenLog(seed, calls));
  fc.assert(
    fc.property(
      fc.nat({ max: logs.length - 1 }),
      fc.array(
        fc.oneof(
          filters,
          search.map((text) => ({ ...everyCall, search: text })),
        ),
        { minLength: 1, maxLength: 20, size: 'max' },
      ),
      patiences,
      fc.integer({ min: 1, max: 40 }),
      (seed, asked, patience, limit) => {
        const log = logs[seed] ?? writtenLog(seed, calls);
        const finder = callFinder(log.db, patience);
        for (const filter of asked) {
          const wanted = naive(log, filter, searchWords(filter.search, 'CY'));
          expect({ filter, refs: pages(finder, filter, limit) }).toEqual({ filter, refs: wanted });
          expect({ filter, calls: finder.count(filter, 'CY', 1000) }).toEqual({ filter, calls: wanted.length });
          expect(finder.count(filter, 'CY', 2)).toBe(Math.min(2, wanted.length));
          const answered = wanted.filter((ref) => log.store.calls.get(ref)?.outcome === 'answered').length;
          expect({ filter, calls: finder.count(filter, 'CY', 1000, ['answered']) }).toEqual({
            filter,
            calls: answered,
          });
          for (const nth of [0, Math.floor(wanted.length / 2), wanted.length - 1]) {
            const call = log.store.calls.get(wanted[nth] ?? '');
            if (call === null) continue;
            const { newer, older } = finder.neighbours(filter, 'CY', call);
            const right = { newer: wanted[nth - 1], older: wanted[nth + 1] };
            expect({ filter, newer: newer?.ref, older: older?.ref }).toEqual({ filter, ...right });
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});
