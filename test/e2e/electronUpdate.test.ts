import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { launchRingside } from '../support/electron.ts';
import type { ElectronRingside } from '../support/electron.ts';
import { callsTo, electron, leftOut, missing, useDesk } from '../support/electronDesk.ts';
import { installRingside } from '../support/installedRingside.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { startUpdateServer } from '../support/updateServer.ts';

/** A program that says what it finds when it is started: its arguments, and whether the database is still in use. */
const newVersion = (folder: string) => `#!/bin/sh
{ echo "$@"; ls "${folder}/data"; } > "${folder}/started.new"
mv "${folder}/started.new" "${folder}/started"
`;

const states = (ringside: ElectronRingside) => ringside.ask('updates.get', undefined);

async function look(ringside: ElectronRingside): Promise<void> {
  await ringside.ask('updates.check', undefined);
  await expect.poll(async () => (await states(ringside)).kind).toMatch(/newest|ready|failed/);
}

/** Electron opens no page for axe, hence its older way. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

// One build for each: it holds the address of its own server.
describe.skipIf(missing !== null || process.platform !== 'linux')('an installed Ringside', leftOut, () => {
  const desk = useDesk();

  async function install() {
    const folder = tempFolder();
    const server = await startUpdateServer();
    const installed = await installRingside(folder, server.source);
    const ringside = await launchRingside(electron, desk.desktop, join(folder, 'data'), [], installed);
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    const ended = new Promise<void>((resolve) => {
      ringside.app.on('close', () => resolve());
    });
    return { folder, server, installed, ringside, ended, started: join(folder, 'started') };
  }

  test('tells what goes wrong, waits for a call, ends in order, and starts as the new version', async () => {
    const { folder, server, installed, ringside, ended, started } = await install();
    const program = server.publish({ version: '1.2.0', program: newVersion(folder) });

    expect(await states(ringside)).toEqual({ kind: 'newest', checkedAtUs: null });
    server.answer(server.description(), (response) => response.writeHead(500).end());
    await look(ringside);
    expect(await states(ringside)).toMatchObject({ kind: 'failed', trouble: 'server' });
    server.answer(server.description(), (response) => response.destroy());
    await look(ringside);
    expect(await states(ringside)).toMatchObject({ kind: 'failed', trouble: 'offline' });
    server.answer(server.description(), null);
    server.answer(program, (response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('#!/bin/sh', () => response.destroy());
    });
    await look(ringside);
    expect(await states(ringside)).toMatchObject({ kind: 'failed', trouble: 'offline' });
    server.answer(program, (response) => response.end('#!/bin/rm'));
    await look(ringside);
    expect(await states(ringside)).toMatchObject({ kind: 'failed', trouble: 'damaged' });
    server.answer(program, null);
    await look(ringside);
    expect(await states(ringside)).toMatchObject({ kind: 'ready', version: '1.2.0', waitsForCall: false });
    expect(existsSync(join(folder, 'data', 'electron', '.updaterId'))).toBe(true);

    const call = callsTo(ringside);
    await call.ring('customer');
    await expect.poll(() => states(ringside)).toMatchObject({ waitsForCall: true });
    await expect(ringside.ask('updates.install', undefined)).rejects.toThrow(/A call is on/);
    await call.hangUp('customer');
    await expect.poll(() => states(ringside)).toMatchObject({ waitsForCall: false });
    expect(existsSync(started)).toBe(false);
    expect(existsSync(join(folder, 'data', 'ringside.db-wal'))).toBe(true);

    await ringside.ask('updates.install', undefined);
    await ended;
    expect(readFileSync(installed.appImage, 'utf8')).toBe(newVersion(folder));
    await expect.poll(() => existsSync(started)).toBe(true);
    const [flags, ...files] = readFileSync(started, 'utf8').trim().split('\n');
    expect(flags).toContain(`--data-dir ${join(folder, 'data')}`);
    expect(files).toContain('ringside.db');
    // Closed by the one that ended: nothing is left to bring over.
    expect(files).not.toContain('ringside.db-wal');
  });

  test('says beside the work what is ready, installs it when the user ends it, and starts nothing', async () => {
    const { folder, server, installed, ringside, started } = await install();
    server.publish({ version: '1.2.0', program: newVersion(folder), notes: 'Cards come up <b>sooner</b>' });
    await look(ringside);
    const { page } = ringside;
    await page.getByRole('link', { name: /Update ready/ }).click();
    await page.getByRole('button', { name: 'Restart to update' }).waitFor();
    await page.getByText('What is new in 1.2.0').click();
    await page.getByText('Cards come up <b>sooner</b>').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await ringside.app.close();
    expect(readFileSync(installed.appImage, 'utf8')).toBe(newVersion(folder));
    expect(existsSync(started)).toBe(false);
  });
});
