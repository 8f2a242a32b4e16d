import { expect, test } from 'vitest';

import { usualDelay } from '../../../electron/core/calls/usualDelay.ts';

const second = 1_000_000;
const times = (count: number, delayUs: number) => Array.from({ length: count }, (_, n) => delayUs + n * 100_000);

test.for([
  ['nothing is known', [], 0],
  ['too few events have come to tell', times(9, 40 * second), 0],
  ['every event takes as long as the others: a clock is wrong', times(10, 40 * second), 40.5 * second],
  ['a few took longer on top of that', [...times(18, 40 * second), 90 * second], 40.9 * second],
  ['they come at once', times(20, 0), second],
  ['our own clock is behind', times(20, -50 * second), 0],
  ['they were held up on the way, and came all together', Array.from({ length: 20 }, (_, n) => n * 10 * second), 0],
  ['one was held up on the way', [...times(15, 0), 300 * second], 0.8 * second],
  ['they are samples from years ago', times(20, 2_000_000_000 * second), 0],
] as const)('when %s, the usual delay is %3$i µs', ([, delays, usual]) => {
  expect(usualDelay(delays)).toBe(usual);
});
