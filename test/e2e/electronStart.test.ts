import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { npmStart } from '../support/start.ts';
import { tempFolder } from '../support/tempFolder.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = tempFolder();
});

const flags = () => ['--data-dir', dataDir, '--port', '0', '--extension', '1002', '--no-open'];

test('an unknown flag is an error that names it and says where help is', async () => {
  const run = await npmStart(['--extention', '1002'], {}).ended;
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/--extention.*--help/);
});

test('--help lists the flags and starts nothing', async () => {
  const run = await npmStart(['--help'], {}).ended;
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('--data-dir');
});

test('without Electron it says so in one line, and Ringside runs in the browser', async () => {
  const run = npmStart(flags(), { ELECTRON_OVERRIDE_DIST_PATH: join(dataDir, 'nowhere') });
  const webhook = (await run.line(/^Webhook: /)).slice('Webhook: '.length);
  await run.line(/^Ringside: http:\/\/127\.0\.0\.1:/);
  expect((await fetch(webhook)).status).toBe(200);
  run.child.kill('SIGTERM');
  const { code, stderr } = await run.ended;
  expect(code).toBe(0);
  expect(stderr.split('\n').filter((line) => line.includes('Electron'))).toEqual([
    expect.stringMatching(/^Electron cannot be had \(.*nowhere.*\); starting Ringside in the browser instead\.$/),
  ]);
});

test.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
  'as root it says what to do instead of letting Electron abort',
  async () => {
    const electron = join(dataDir, 'electron');
    await mkdir(electron);
    await writeFile(join(electron, 'electron'), '');
    const run = await npmStart(flags(), { ELECTRON_OVERRIDE_DIST_PATH: electron, DISPLAY: ':0' }).ended;
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/root.*--no-sandbox.*--browser/);
  },
);
