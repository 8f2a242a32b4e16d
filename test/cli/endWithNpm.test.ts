import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { tempFolder } from '../support/tempFolder.ts';

const start = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'start.ts');

/** Stands for npm: starts what it is told, prints its pid, and stays. */
const npm = `const child = require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' });
console.log('pid ' + child.pid);`;

test('Ringside ends when the npm that runs it is killed', { skip: process.platform === 'win32' }, async () => {
  const flags = ['--browser', '--no-open', '--port', '0', '--extension', '1002', '--data-dir', tempFolder()];
  const parent = spawn(process.execPath, ['-e', npm, start, ...flags], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  parent.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  await expect.poll(() => printed, { timeout: 25_000 }).toMatch(/^Ringside: http/m);
  const pid = Number(/^pid (\d+)$/m.exec(printed)?.[1]);
  onTestFinished(() => {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  });
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
