import { expect, test } from 'vitest';

import { reduce } from '../../../electron/core/calls/reduce.ts';
import { hasGoneSilent, unfinished } from '../../../electron/core/calls/watchdog.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { at, phone } from '../../support/callEvents.ts';

function callOf(facts: Parameters<typeof phone>[0]) {
  const reduced = reduce([phone(facts)], [{ extension: '1002', domain: null }]);
  if (reduced.kind !== 'mine') throw new Error('not my call');
  return reduced.call;
}

const fourHours = 4 * 3600;
const silence = defaultSettings;

test.for([
  ['rings', { rang: 1 }, 120],
  ['has not rung yet', {}, 120],
  ['is talked on', { rang: 1, answered: 3 }, fourHours],
] as const)('a call that %s is given up on after %3$i seconds of silence, and not before', ([, facts, seconds]) => {
  const call = callOf(facts);
  expect(hasGoneSilent(call, at(10), silence, at(10 + seconds))).toBe(false);
  expect(hasGoneSilent(call, at(10), silence, at(10 + seconds) + 1)).toBe(true);
});

test('silence is counted by our own clock, from the last arrival, whatever the PBX says the time is', () => {
  expect(hasGoneSilent(callOf({ rang: 1 }), at(100_000), silence, at(100_060))).toBe(false);
});

test('a call that is over is never given up on', () => {
  expect(hasGoneSilent(callOf({ rang: 1, ended: 5 }), at(5), silence, at(1_000_000))).toBe(false);
  expect(hasGoneSilent(unfinished(callOf({ rang: 1 })), at(5), silence, at(1_000_000))).toBe(false);
});

test('a call given up on is unfinished and otherwise as it was', () => {
  const call = callOf({ rang: 1 });
  expect(unfinished(call)).toEqual({ ...call, outcome: 'unfinished', reason: null });
});

test('how long a silence may be is a setting', () => {
  const shorter = { ringSilenceSeconds: 30, talkSilenceMinutes: 10 };
  expect(hasGoneSilent(callOf({ rang: 1 }), at(10), shorter, at(40) + 1)).toBe(true);
  expect(hasGoneSilent(callOf({ rang: 1 }), at(10), shorter, at(40))).toBe(false);
  expect(hasGoneSilent(callOf({ rang: 1, answered: 3 }), at(10), shorter, at(610) + 1)).toBe(true);
  expect(hasGoneSilent(callOf({ rang: 1, answered: 3 }), at(10), shorter, at(610))).toBe(false);
});
