import { join } from 'node:path';

import { expect, test } from 'vitest';

import { checkInBackground, pauseBeforeCheckMs } from '../../../electron/core/store/check.ts';
import { breakPage } from '../../support/breakPage.ts';
import { fillLog, leavesOf } from '../../support/filledLog.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const never = new AbortController().signal;

function damagedLog(): string {
  const path = join(tempFolder(), 'ringside.db');
  fillLog(path, { calls: 500, fromUs: 1_700_000_000_000_000 });
  const [leaf] = leavesOf(path, 'events');
  if (leaf === undefined) throw new Error('no page of events');
  breakPage(path, leaf.number);
  return path;
}

test('a small log is checked at once, a large one when the start is over', () => {
  expect(pauseBeforeCheckMs(20_000_000)).toBe(0);
  expect(pauseBeforeCheckMs(1_000_000_000)).toBe(60_000);
});

test('damage is found after the pause', async () => {
  expect(await checkInBackground(damagedLog(), 50, never)).not.toBeNull();
});

test('a check that is called off in its pause ends at once and finds nothing', async () => {
  const ending = new AbortController();
  const found = checkInBackground(damagedLog(), 3_600_000, ending.signal);
  ending.abort();
  expect(await found).toBeNull();
});

test('one that was called off before it began ends as well', async () => {
  expect(await checkInBackground(damagedLog(), 3_600_000, AbortSignal.abort())).toBeNull();
});
