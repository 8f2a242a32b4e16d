import { join } from 'node:path';

import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';

import { statisticsOf } from '../../../electron/core/requests/statisticsOf.ts';
import { viewOf } from '../../../electron/core/requests/view.ts';
import { calendarIn } from '../../../electron/core/statistics/calendar.ts';
import { stretchesOf } from '../../../electron/core/statistics/stretches.ts';
import { followDays } from '../../../electron/core/store/followDays.ts';
import type { Keeper } from '../../../electron/core/store/keeper.ts';
import { openStore } from '../../../electron/core/store/open.ts';
import type { Outcome } from '../../../shared/call.ts';
import type { Period, Statistics } from '../../../shared/statistics.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { loggedCall, naiveStatistics } from './naive.ts';

const us = (text: string) => Date.parse(text) * 1000;
const dayUs = 86_400_000_000;

function openLog(zone: string, nowUs: number) {
  const opened = openStore(join(tempFolder(), 'ringside.db'), new Date());
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { store } = opened;
  const calendar = calendarIn(zone);
  const clock = { nowUs: () => nowUs, after: () => () => {} };
  const failures: unknown[] = [];
  const log = {
    info() {},
    warn() {},
    error: (message: string, fields?: unknown) => void failures.push(message, fields),
  };
  const keeper: Pick<Keeper, 'state' | 'write'> = {
    state: () => ({ kind: 'open' }),
    write: (work) => ({ kind: 'written', value: store.write(() => work(store)) }),
  };
  const follow = followDays({ keeper, calendar, clock, log });
  return {
    store,
    put: (...calls: ReturnType<typeof loggedCall>[]) =>
      store.write(() => {
        for (const call of calls) {
          store.parties.know(call);
          store.calls.put(call);
        }
      }),
    statistics: (period: Period | null, { masked = false, patienceMs = Infinity } = {}) =>
      statisticsOf(period, { store, calendar, nowUs, view: viewOf(store, { masked }), patienceMs }),
    /** Adds up every day that is over. Resolves when none is missing. */
    async addUp() {
      const stillMissing = () => {
        follow();
        return missing();
      };
      await expect.poll(stillMissing, { interval: 1 }).toBe(0);
      expect(failures).toEqual([]);
    },
    missing,
  };

  /** How many days are over and not kept. */
  function missing() {
    const first = store.days.span();
    if (first === null) return 0;
    const toUs = Math.min(calendar.midnight(nowUs, 0), calendar.midnight(first.lastUs, 1));
    const days = calendar.days(first.firstUs, toUs);
    const isKnown = store.days.known(calendar, { fromUs: days[0]?.fromUs ?? 0, toUs });
    const { whole } = stretchesOf(days);
    return [...whole, ...days.map((day) => [day])].filter((stretch) => !isKnown(stretch)).length;
  }
}

const outcomes: readonly Outcome[] = ['answered', 'transferred', 'missed', 'declined', 'busy', 'answered-elsewhere'];
/** Where clocks change within these weeks, and at the full and at odd minutes. */
const zones = ['Europe/Nicosia', 'Pacific/Chatham', 'Asia/Kathmandu', 'America/Havana', 'UTC'] as const;
const beginUs = us('2026-03-01T00:00Z');
const span = 75 * dayUs;
const moment = fc.integer({ min: beginUs, max: beginUs + span });
const length = fc.option(fc.integer({ min: -5_000_000, max: 9_000_000_000 }), { nil: null });

const callOf = fc.record({
  ref: fc.integer({ min: 0, max: 60 }).map((number) => `call-${number}`),
  direction: fc.constantFrom('in', 'in', 'out'),
  internal: fc.constantFrom(false, false, false, true),
  outcome: fc.constantFrom(...outcomes, 'unfinished', 'in-progress', 'no-answer'),
  number: fc.constantFrom('+35799000001', '+35799000002', '+442079460018', '1003', null),
  startedAtUs: moment,
  ringUs: length,
  talkUs: length,
});

const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put'), calls: fc.array(callOf, { maxLength: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), ref: callOf.map(({ ref }) => ref) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add-up') }) },
);

test('statistics are what all calls of the period come to, whatever was written, kept and removed before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...zones),
      fc.array(deed, { minLength: 1, maxLength: 8, size: 'max' }),
      fc.array(fc.oneof(fc.constant(null), fc.tuple(moment, moment)), { minLength: 1, maxLength: 3 }),
      async (zone, deeds, periods) => {
        const log = openLog(zone, beginUs + 65 * dayUs);
        try {
          for (const one of deeds) {
            if (one.kind === 'put') log.put(...one.calls.map(loggedCall));
            else if (one.kind === 'remove') log.store.calls.remove(one.ref);
            else await log.addUp();
          }
          const calls = [...log.store.calls.each({ fromUs: 0, toUs: beginUs * 2, outcomes: [] })];
          for (const period of periods) {
            const [a, b] = period ?? [0, 0];
            const asked = period === null ? null : { fromUs: Math.min(a, b), toUs: Math.max(a, b) + 1 };
            const found = await log.statistics(asked);
            expect(inOrder(found)).toEqual(inOrder(naiveStatistics(calls, found, zone)));
            expect(found.period).toEqual(asked ?? found.period);
            const over = calls.filter(({ outcome }) => outcome !== 'in-progress');
            const hasAll = over.every(({ startedAtUs }) => isWithin(found.period, startedAtUs));
            expect(hasAll || asked !== null).toBe(true);
          }
        } finally {
          log.store.close();
        }
      },
    ),
    { numRuns: 30 },
  );
});

/** Who comes first of those who called and talked as much is left open. */
function inOrder(found: Statistics): Statistics {
  const callers = found.callers.toSorted(
    (a, b) => b.calls - a.calls || b.talkUs - a.talkUs || (a.ref < b.ref ? -1 : 1),
  );
  expect(callers.map(({ calls }) => calls)).toEqual(found.callers.map(({ calls }) => calls));
  return { ...found, callers };
}

function isWithin({ fromUs, toUs }: Period, atUs: number): boolean {
  return atUs >= fromUs && atUs < toUs;
}

function openUntilFinished(zone: string, nowUs: number) {
  const log = openLog(zone, nowUs);
  onTestFinished(() => log.store.close());
  return log;
}

const noon = us('2026-11-18T12:00Z');
const week: Period = { fromUs: us('2026-11-12T00:00Z'), toUs: us('2026-11-19T00:00Z') };

test('a day that is over is added up once, and again when one of its calls is written', async () => {
  const log = openUntilFinished('UTC', noon);
  log.put(
    loggedCall({ ref: 'a', startedAtUs: noon - 3 * dayUs }),
    loggedCall({ ref: 'b', startedAtUs: noon - 2 * dayUs }),
    loggedCall({ ref: 'c', startedAtUs: noon }),
  );
  await log.addUp();
  // It rings, is told of again, and gets a follow-up: none of it is another total.
  log.put(loggedCall({ ref: 'c', startedAtUs: noon, outcome: 'missed' }), loggedCall({ ref: 'd', startedAtUs: noon }));
  log.put(loggedCall({ ref: 'a', startedAtUs: noon - 3 * dayUs }));
  expect(log.missing()).toBe(0);
  log.put(loggedCall({ ref: 'a', startedAtUs: noon - 3 * dayUs, outcome: 'missed' }));
  expect(log.missing()).toBe(1);
  await log.addUp();
  // From one day to another, both are other days now.
  log.put(loggedCall({ ref: 'a', startedAtUs: noon - 2 * dayUs }));
  expect(log.missing()).toBe(1);
  expect((await log.statistics(week)).days.map(({ incoming }) => incoming)).toEqual([
    {},
    {},
    {},
    {},
    { answered: 2 },
    {},
    { answered: 1, missed: 1 },
  ]);
});

test('days in a row are kept as one as well, until a call of one of them is written', async () => {
  const log = openUntilFinished('UTC', noon);
  const calls = Array.from({ length: 90 }, (_, day) => loggedCall({ ref: `${day}`, startedAtUs: noon - day * dayUs }));
  log.put(...calls);
  await log.addUp();
  const before = await log.statistics(null);
  log.store.calls.remove('60');
  // The day, and the days in a row that it is one of.
  expect(log.missing()).toBe(2);
  const after = await log.statistics(null);
  expect(after.totals.incoming).toEqual({ answered: 89 });
  await log.addUp();
  expect(await log.statistics(null)).toEqual(after);
  log.put(...calls);
  await log.addUp();
  expect(await log.statistics(null)).toEqual(before);
});

test('days of another zone are forgotten', async () => {
  const log = openUntilFinished('UTC', noon);
  log.put(loggedCall({ startedAtUs: noon - 2 * dayUs }), loggedCall({ ref: 'b', startedAtUs: noon - dayUs }));
  await log.addUp();
  log.store.days.settleIn(calendarIn('Asia/Kathmandu'));
  expect(log.missing()).toBe(2);
});

test('a period is compared with as many days before it, also where one of them is shorter', async () => {
  const log = openUntilFinished('Europe/Nicosia', noon);
  const { before } = await log.statistics({
    fromUs: us('2026-03-30T00:00+03:00'),
    toUs: us('2026-04-01T00:00+03:00'),
  });
  expect(before).toEqual({ fromUs: us('2026-03-28T00:00+02:00'), toUs: us('2026-03-30T00:00+03:00') });
});

test('the whole log reaches from the day of its first call to today', async () => {
  const log = openUntilFinished('UTC', noon);
  expect((await log.statistics(null)).period).toEqual({ fromUs: us('2026-11-18T00:00Z'), toUs: week.toUs });
  log.put(loggedCall({ startedAtUs: noon - 2 * dayUs }));
  const { period, days } = await log.statistics(null);
  expect(period).toEqual({ fromUs: us('2026-11-16T00:00Z'), toUs: week.toUs });
  expect(days).toHaveLength(3);
});

test('callers are outside people: neither colleagues nor withheld numbers, and not whom I called', async () => {
  const log = openUntilFinished('UTC', noon);
  log.put(
    loggedCall({ ref: 'a', number: '+35799000001', startedAtUs: noon }),
    loggedCall({ ref: 'b', number: '+35799000001', startedAtUs: noon + 1, outcome: 'missed', talkUs: null }),
    loggedCall({ ref: 'c', number: '1003', internal: true, startedAtUs: noon }),
    loggedCall({ ref: 'd', number: null, startedAtUs: noon }),
    loggedCall({ ref: 'e', number: '+35799000002', direction: 'out', startedAtUs: noon }),
  );
  const { callers, totals } = await log.statistics(week);
  expect(callers).toEqual([expect.objectContaining({ ref: 'b', calls: 2, missed: 1, talkUs: 4_000_000 })]);
  expect(callers[0]?.party.e164).toBe('+35799000001');
  expect(totals.incoming).toEqual({ answered: 3, missed: 1 });
});

test('names and numbers of callers are hidden while others see the screen', async () => {
  const log = openUntilFinished('UTC', noon);
  log.put(loggedCall({ startedAtUs: noon }));
  const { callers } = await log.statistics(week, { masked: true });
  expect(callers).toHaveLength(1);
  expect(callers[0]?.party).toMatchObject({ number: null, e164: null, display: null, name: null, hidden: true });
});

test('at most ten callers are named, whoever called most often first, then whoever talked longest', async () => {
  const log = openUntilFinished('UTC', noon);
  const calls = Array.from({ length: 12 }, (_, caller) =>
    Array.from({ length: 1 + Math.floor(caller / 2) }, (_call, index) =>
      loggedCall({
        ref: `${caller}-${index}`,
        number: `+357990000${10 + caller}`,
        talkUs: caller * 1_000_000,
        startedAtUs: noon - index * 10_000_000,
      }),
    ),
  );
  log.put(...calls.flat());
  const { callers } = await log.statistics(week);
  expect(callers.map(({ party }) => Number(party.e164?.slice(-2)) - 10)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
});

test('who has no patience is told at once what is there, today included, and of which share of the days that is', async () => {
  const nowUs = us('2026-03-11T12:00Z');
  const log = openLog('UTC', nowUs);
  const at = (day: number) => us('2026-03-01T10:00Z') + day * dayUs;
  const call = (day: number) =>
    loggedCall({
      ref: `call-${day}`,
      direction: 'in',
      internal: false,
      outcome: 'answered',
      number: '+35799000001',
      startedAtUs: at(day),
      ringUs: 5_000_000,
      talkUs: 60_000_000,
    });
  log.put(...[0, 4, 9, 10].map(call));
  const hasty = await log.statistics(null, { patienceMs: 0 });
  expect(hasty.totals.incoming).toEqual({ answered: 1 });
  expect(hasty.days).toHaveLength(11);
  expect(hasty.filling).toBeGreaterThan(0);
  expect(hasty.filling).toBeLessThan(1);
  await log.addUp();
  const filled = await log.statistics(null, { patienceMs: 0 });
  expect(filled).toMatchObject({ filling: null, totals: { incoming: { answered: 4 } } });
});
