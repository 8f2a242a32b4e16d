import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { openChromium, patience } from '../support/chromiumPage.ts';
import { freePort, takePort } from '../support/port.ts';
import { startRingside } from '../support/ringside.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { documented, ringEvent } from '../support/wire.ts';

const chromium = openChromium();
const nowUs = () => Date.now() * 1000;

/** The folder of a Ringside that has logged one call, and is not running. */
async function usedFolder(): Promise<string> {
  const dataDir = tempFolder();
  const ringside = await startRingside({ dataDir });
  expect(await ringside.post(documented.hangup)).toBe(200);
  await ringside.stop();
  return dataDir;
}

describe('a taken port', () => {
  test('is told in the page and the terminal, and heals when the other program quits', async () => {
    const port = await freePort();
    const quit = await takePort(port);
    const flags = ['--port', String(port), '--extension', '1002'];
    const ringside = await startRingside({ flags, listens: false });
    const page = await chromium.open(ringside.url);
    const banner = page.getByRole('alert').filter({ hasText: `Port ${port} is taken by another program` });
    await banner.waitFor();
    await quit();
    await banner.waitFor({ state: 'detached' });
    await page.getByText(`Only here, port ${port}`).waitFor();
    await page.close();
    const { stderr, stdout } = await ringside.stop();
    expect(stderr).toContain(`Port ${port} is taken by another program`);
    expect(stdout).toContain(`Webhook: http://127.0.0.1:${port}/hooks/`);
  });

  test('can be exchanged for another in the settings, to which the page shows the way', async () => {
    const [taken, free] = [await freePort(), await freePort()];
    await takePort(taken);
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ extensions: ['1002'], port: taken }));
    const ringside = await startRingside({ dataDir, flags: [], listens: false });
    const page = await chromium.open(ringside.url);
    await page.getByRole('link', { name: 'Use another port' }).click();
    const field = page.getByRole('textbox', { name: 'Port' });
    await field.fill(String(free));
    await field.press('Enter');
    await page.getByText(`Only here, port ${free}`).waitFor();
    await page.getByText(`http://127.0.0.1:${free}/hooks/`).waitFor();
    expect(await page.getByText('is taken by another program').count()).toBe(0);
  });
});

describe('the call log', () => {
  test('of a newer Ringside is left untouched, and the page and the terminal say so', async () => {
    const dataDir = await usedFolder();
    const path = join(dataDir, 'ringside.db');
    const database = new Database(path);
    database.pragma('user_version = 99990');
    database.close();
    const hash = () => createHash('sha256').update(readFileSync(path)).digest('hex');
    const before = hash();

    const ringside = await startRingside({ dataDir });
    const page = await chromium.open(ringside.url);
    const banner = page.getByRole('alert').filter({ hasText: 'This log was written by a newer Ringside' });
    await banner.waitFor();
    expect(await banner.textContent()).toContain('99990');
    expect(await ringside.post(ringEvent(nowUs()))).toBe(503);
    await page.close();
    const { stderr } = await ringside.stop();
    expect(stderr).toContain('newer Ringside');
    expect(hash()).toBe(before);
  });

  test('that is damaged is moved aside, and events are received all the same', async () => {
    const dataDir = await usedFolder();
    const file = openSync(join(dataDir, 'ringside.db'), 'r+');
    writeSync(file, Buffer.alloc(100, 0x5a), 0, 100, 0);
    closeSync(file);

    const ringside = await startRingside({ dataDir });
    const page = await chromium.open(ringside.url);
    const notice = page.getByRole('status').filter({ hasText: 'The call log was damaged and has been moved aside' });
    await notice.waitFor();
    const aside = readdirSync(dataDir).find((name) => /^ringside.*\d{4}-\d\d/.test(name));
    expect(aside).toBeDefined();
    expect(await notice.textContent()).toContain(aside);
    expect(await ringside.post(ringEvent(nowUs()))).toBe(200);
    await page.getByRole('row', { name: 'Ringing' }).waitFor();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.close();
    expect((await ringside.stop()).stderr).toContain('The database was damaged');
  });

  test('that another Ringside uses is not touched, and is taken over once that one quits', async () => {
    const dataDir = tempFolder();
    const first = await startRingside({ dataDir });
    expect(await first.post(documented.hangup)).toBe(200);
    const second = await startRingside({ dataDir, listens: false });
    const page = await chromium.open(second.url);
    const banner = page.getByRole('alert').filter({ hasText: 'Another Ringside is already using this log' });
    await banner.waitFor();
    await first.stop();
    await banner.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: '+357 99 123456' }).waitFor();
    await page.close();
    expect((await second.stop()).stderr).toContain('Another Ringside');
  });
});

test('settings that cannot be read are moved aside, and the page says so', async () => {
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, 'settings.json'), '{"theme": "da');
  const ringside = await startRingside({ dataDir });
  const page = await chromium.open(ringside.url);
  await page.getByText('The settings could not be read and have been moved aside').waitFor();
  expect(readdirSync(dataDir).some((name) => /^settings.*\d{4}/.test(name))).toBe(true);
  await page.close();
  expect((await ringside.stop()).stderr).toContain('settings file could not be understood');
});

describe('a Ringside that is killed', () => {
  const tolerates = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|status of 401/;

  test('is missed by the page, which says what to do once it was started again, with every call still there', async () => {
    const dataDir = tempFolder();
    const flags = ['--port', '0', '--extension', '1002', '--ui-port', String(await freePort())];
    const first = await startRingside({ dataDir, flags });
    const page = await chromium.open(first.url, { tolerates });
    expect(await first.post(documented.hangup)).toBe(200);
    const row = page.getByRole('row', { name: '+357 99 123456' });
    await row.waitFor();

    await first.stop('SIGKILL');
    await page.getByText('Connection to Ringside lost').waitFor();
    expect(await row.count()).toBe(1);

    const second = await startRingside({ dataDir, flags });
    await page.getByText('This session is over').waitFor();
    await page.goto(second.url);
    await row.waitFor();
    expect(await page.getByText('This session is over').count()).toBe(0);
  });

  test('while it rang shows the call again when it is back', async () => {
    const dataDir = tempFolder();
    const first = await startRingside({ dataDir });
    expect(await first.post(ringEvent(nowUs()))).toBe(200);
    await first.stop('SIGKILL');
    const second = await startRingside({ dataDir });
    const page = await chromium.open(second.url);
    await page.getByRole('row', { name: 'Ringing' }).waitFor();
  });
});

test('an ordinary stop is told too', async () => {
  const ringside = await startRingside();
  const page = await chromium.open(ringside.url, {
    tolerates: /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING/,
  });
  await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  await ringside.stop();
  await expect.poll(() => page.getByText('Connection to Ringside lost').count(), patience).toBe(1);
});
