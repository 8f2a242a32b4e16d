import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { openFileLog } from '../../../electron/core/log/fileLog.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { tempFolder } from '../../support/tempFolder.ts';

function linesOf(dataDir: string): unknown[] {
  return readFileSync(join(dataDir, 'ringside.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

test('every line is JSON with its time, its level and its fields, numbers masked however deep they lie', async () => {
  const dataDir = tempFolder();
  const clock = fakeClock();
  const log = openFileLog(dataDir, clock);
  log.info('started');
  clock.advance(1500);
  log.warn('call of +35799123456', { ref: 'r', legs: [{ ani: '0035799123456' }], lines: 'one\ntwo "three"' });
  log.error('failed', { error: String(new Error('no 99123456')), nothing: null, left: undefined });
  await log.close();
  expect(linesOf(dataDir)).toEqual([
    { at: '2027-01-15T08:00:00.000Z', level: 'info', message: 'started' },
    {
      at: '2027-01-15T08:00:01.500Z',
      level: 'warn',
      message: 'call of …56',
      ref: 'r',
      legs: [{ ani: '…56' }],
      lines: 'one\ntwo "three"',
    },
    { at: '2027-01-15T08:00:01.500Z', level: 'error', message: 'failed', error: 'Error: no …56', nothing: null },
  ]);
});

test('a log goes on where the last run left off, in a file that only its owner may read', async () => {
  const dataDir = tempFolder();
  for (const message of ['first', 'second']) {
    const log = openFileLog(dataDir, fakeClock());
    log.info(message);
    await log.close();
  }
  expect(linesOf(dataDir)).toMatchObject([{ message: 'first' }, { message: 'second' }]);
  expect(statSync(join(dataDir, 'ringside.log')).mode & 0o777).toBe(0o600);
});

test('a folder that takes no log stops nothing, neither writing nor closing', async () => {
  const inTheWay = join(tempFolder(), 'file');
  writeFileSync(inTheWay, '');
  const log = openFileLog(join(inTheWay, 'folder'), fakeClock());
  onTestFinished(() => log.close());
  for (let n = 0; n < 100; n += 1) log.info('nobody hears this', { n });
  await expect(log.close()).resolves.toBeUndefined();
});
