import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { defaultSettings } from '../../shared/settings.ts';
import { npmStart } from '../support/start.ts';
import { startApp } from '../support/startApp.ts';
import { tempFolder } from '../support/tempFolder.ts';

const run = (dataDir: string) => npmStart(['--browser', '--self-test', '--port', '0', '--data-dir', dataDir], {}).ended;
/** The hops and what became of them. */
const told = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/\s+/).slice(0, 2).join(' '));

describe('npm start -- --self-test', () => {
  test('starts a Ringside for it where none runs, says how each hop went, and ends with 0', async () => {
    const dataDir = tempFolder();
    const { code, stdout, stderr } = await run(dataDir);
    expect(stderr).toBe('');
    expect(told(stdout)).toEqual([
      'settings passed',
      'public-url skipped',
      'tunnel skipped',
      'listener passed',
      'database passed',
      'notification skipped',
      'pop-up skipped',
    ]);
    expect(code).toBe(0);
    expect(stdout).not.toContain(readFileSync(join(dataDir, 'webhook-token'), 'utf8').trim());
  });

  test('names the broken hop and ends with 1', async () => {
    const portal = createServer((_request, response) => void response.end('<html>Please log in</html>'));
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', () => resolve()));
    onTestFinished(() => void portal.close());
    const url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
    const running = await startApp();
    await running.ask('settings.change', {
      reach: { ...defaultSettings.reach, kind: 'own-url', ownUrl: { url } },
    });
    await running.app.stop();
    const { code, stdout } = await run(running.dataDir);
    expect(stdout).toMatch(/^listener +failed .* wrong-answer: HTTP 200$/m);
    expect(told(stdout).slice(4)).toEqual(['database skipped', 'notification skipped', 'pop-up skipped']);
    expect(code).toBe(1);
  });

  test('asks the Ringside that runs, and its windows', async () => {
    const running = await startApp({ extensions: ['1002'] });
    running.app.subscribe(() => void drawCard());
    const drawCard = async () => {
      const id = (await running.ask('pops.list')).find(({ selfTest }) => selfTest !== undefined)?.selfTest;
      if (id !== undefined) await running.ask('selfTest.seen', id);
    };
    const { code, stdout } = await run(running.dataDir);
    expect(told(stdout).slice(-3)).toEqual(['database passed', 'notification passed', 'pop-up passed']);
    expect(code).toBe(0);
  });

  test('also asks an installed one, which tells nobody where webhooks go', async () => {
    const running = await startApp({ installed: true });
    const announced = readFileSync(join(running.dataDir, 'running.json'), 'utf8');
    expect(announced).not.toContain(new URL(running.webhook()).pathname);
    const { stdout } = await run(running.dataDir);
    expect(stdout).toMatch(/^pop-up +failed .* timeout$/m);
  });
});
