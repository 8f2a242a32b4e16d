import { expect, test } from 'vitest';

import { restartDelayMs } from '../../electron/shell/restartDelay.ts';

test('the core comes back at once after a first death, and almost at once after the next ones', () => {
  expect([1, 2, 3, 4].map(restartDelayMs)).toEqual([0, 0, 100, 100]);
});

test('a core that keeps dying is started ever more slowly, but always', () => {
  expect([5, 6, 7, 1000].map(restartDelayMs)).toEqual([1000, 5000, 5000, 5000]);
});
