import { expect, it } from 'vitest';

import { durationParts } from '../../shared/duration.ts';

it.each([
  [0, { kind: 'seconds', seconds: 0 }],
  [-5_000_000, { kind: 'seconds', seconds: 0 }],
  [59_499_999, { kind: 'seconds', seconds: 59 }],
  [59_500_000, { kind: 'minutes', minutes: 1, seconds: 0 }],
  [3_599_700_000, { kind: 'hours', hours: 1, minutes: 0 }],
  [3_725_000_000, { kind: 'hours', hours: 1, minutes: 2 }],
])('cuts %d µs up so that rounding carries over', (lengthUs, parts) => {
  expect(durationParts(lengthUs)).toEqual(parts);
});
