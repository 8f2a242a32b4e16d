import { expect, test } from 'vitest';

import { isQuiet, kindOf } from '../../../electron/core/calls/tellingRules.ts';

/** 2026-03-04 is a Wednesday. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).getTime() * 1000;
const [wednesday, thursday] = [3, 4];
const night = { on: true, days: [wednesday], fromMinute: 20 * 60, toMinute: 7 * 60 };
const lunch = { on: true, days: [wednesday], fromMinute: 12 * 60, toMinute: 13 * 60 };

test.for([
  ['before they begin', night, at(4, 19, 59), false],
  ['when they begin', night, at(4, 20), true],
  ['after midnight of the day on which they began', night, at(5, 6, 59), true],
  ['when they are over', night, at(5, 7), false],
  ['after midnight of a day on which none began', night, at(4, 6), false],
  ['on another day', night, at(5, 20), false],
  ['within a day', lunch, at(4, 12, 30), true],
  ['within another day', { ...lunch, days: [thursday] }, at(4, 12, 30), false],
  ['after they were switched off', { ...lunch, on: false }, at(4, 12, 30), false],
  ['when they last from noon to noon', { ...lunch, toMinute: 12 * 60 }, at(5, 11, 59), true],
  ['when they last from noon to noon, and are over', { ...lunch, toMinute: 12 * 60 }, at(5, 12), false],
  ['when no day was chosen', { ...lunch, days: [] }, at(4, 12, 30), false],
] as const)('quiet hours %s', ([, hours, nowUs, isQuietThen]) => {
  expect(isQuiet(hours, nowUs)).toBe(isQuietThen);
});

test.for([
  ['internal', { internal: true, group: false }],
  ['internal', { internal: true, group: true }],
  ['group', { internal: false, group: true }],
  ['direct', { internal: false, group: false }],
] as const)('a call is %s', ([kind, call]) => {
  expect(kindOf(call)).toBe(kind);
});
