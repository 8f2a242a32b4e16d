import { execFile } from 'node:child_process';
import { readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { previewLines } from '../../electron/cli/previewLines.ts';
import type { CallChange } from '../../shared/preview.ts';
import { fillLog } from '../support/filledLog.ts';
import { tempFolder } from '../support/tempFolder.ts';

const command = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'rebuild.ts');

async function rebuild(...flags: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...flags]);
  return stdout.trimEnd().split('\n');
}

test('a dry run says what would change and leaves the log alone; the real one changes it', async () => {
  const dataDir = tempFolder();
  const path = join(dataDir, 'ringside.db');
  fillLog(path, { calls: 10, fromUs: 1_700_000_000_000_000 });
  const db = new Database(path);
  db.exec("UPDATE calls SET outcome = 'answered', reason = NULL, talk_us = 65000000 WHERE ref = 'call-3'");
  db.close();
  const bytes = readFileSync(path);

  expect(await rebuild('--data-dir', dataDir, '--dry-run')).toEqual([
    '2023-11-14T22:16:19.000Z  +357 99 123456  Answered, talked 1 min 5 s → Missed (rang out), nobody talked  call-3',
    '1 of 10 calls would come out differently.',
  ]);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(await rebuild('--data-dir', dataDir)).toEqual([expect.stringMatching(/^Worked out 10 calls in /)]);
  expect(await rebuild('--data-dir', dataDir, '--dry-run')).toEqual(['Nothing would change.']);
});

test('a log that was cut off is moved aside, and what stands before its end is back', async () => {
  const dataDir = tempFolder();
  const path = join(dataDir, 'ringside.db');
  fillLog(path, { calls: 400, fromUs: 1_700_000_000_000_000 });
  truncateSync(path, Math.floor((statSync(path).size * 0.7) / 4096) * 4096);
  const [line = ''] = await rebuild('--data-dir', dataDir);
  const calls = Number(/^Worked out (\d+) calls/.exec(line)?.[1]);
  expect(calls).toBeGreaterThan(50);
  expect(calls).toBeLessThan(400);
});

test('a call that would be new says so, and more changes than are listed are counted', () => {
  const after = {
    outcome: 'missed',
    reason: null,
    direction: 'in',
    ringUs: 4_000_000,
    talkUs: null,
    answeredBy: null,
    offers: 1,
  } as const;
  const party = {
    number: null,
    e164: null,
    display: null,
    name: null,
    company: null,
    contactId: null,
    country: null,
    hidden: false,
  };
  const change: CallChange = { ref: 'call-1', startedAtUs: 1_700_000_000_000_000, party, before: null, after };
  const both = {
    ...change,
    before: { ...after, direction: 'out', ringUs: null, answeredBy: '1003', offers: 0 },
  } as const;
  expect(previewLines({ calls: 300, changed: 200, changes: [change, both] })).toEqual([
    '2023-11-14T22:13:20.000Z  Withheld  Not in the log → Missed  call-1',
    '2023-11-14T22:13:20.000Z  Withheld  Missed, outgoing, did not ring, answered by 1003, rang you 0× → ' +
      'Missed, incoming, rang 4 s, answered by nobody known, rang you 1×  call-1',
    '200 of 300 calls would come out differently. These are the first 2.',
  ]);
});
