import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openRequestCount } from '../../../electron/core/reach/requestCount.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const log = { info() {}, warn() {}, error() {} };

test('requests are counted month by month, and outlive a restart and a crash', () => {
  const dataDir = tempFolder();
  const clock = fakeClock(Date.UTC(2026, 10, 30, 23, 59) * 1000);
  const count = openRequestCount(dataDir, clock, log);
  for (let n = 0; n < 5; n += 1) count.add();
  expect(count.thisMonth()).toBe(5);
  expect(openRequestCount(dataDir, clock, log).thisMonth()).toBe(0);
  clock.advance(30_000);
  expect(openRequestCount(dataDir, clock, log).thisMonth()).toBe(5);
  count.add();
  count.stop();
  expect(openRequestCount(dataDir, clock, log).thisMonth()).toBe(6);
  clock.advance(30_000);
  expect(count.thisMonth()).toBe(0);
  count.add();
  expect(count.thisMonth()).toBe(1);
});

test('a count that cannot be read begins anew', () => {
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, 'ngrok-requests.json'), '{"month":"2026-11","requests":"many"}');
  expect(openRequestCount(dataDir, fakeClock(), log).thisMonth()).toBe(0);
});
