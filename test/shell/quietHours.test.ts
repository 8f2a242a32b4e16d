import { expect, test } from 'vitest';

import { quietNowUntilUs, quietUntilUs } from '../../electron/shell/quietHours.ts';
import { defaultSettings } from '../../shared/settings.ts';

const atUs = (...time: [number, number, number, number, number]) => new Date(...time).getTime() * 1000;

test('half an hour and an hour are counted from now', () => {
  const nowUs = atUs(2026, 4, 5, 14, 10);
  expect(quietUntilUs('halfHour', nowUs)).toBe(atUs(2026, 4, 5, 14, 40));
  expect(quietUntilUs('hour', nowUs)).toBe(atUs(2026, 4, 5, 15, 10));
});

test('tomorrow begins at the next midnight, also on the last day of a year', () => {
  expect(quietUntilUs('tomorrow', atUs(2026, 11, 31, 23, 59))).toBe(atUs(2027, 0, 1, 0, 0));
  expect(quietUntilUs('tomorrow', atUs(2026, 4, 5, 0, 0))).toBe(atUs(2026, 4, 6, 0, 0));
});

test('it is quiet until the moment that was set, and not at it', () => {
  const settings = { ...defaultSettings, doNotDisturbUntilUs: 1000 };
  expect(quietNowUntilUs(settings, 999)).toBe(1000);
  expect(quietNowUntilUs(settings, 1000)).toBeNull();
  expect(quietNowUntilUs(defaultSettings, 0)).toBeNull();
  expect(quietNowUntilUs(null, 0)).toBeNull();
});
