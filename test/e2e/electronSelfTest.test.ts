import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { en } from '../../shared/words/en.ts';
import { electron, leftOut, missing, useDesk } from '../support/electronDesk.ts';
import { npmStart } from '../support/start.ts';
import { environment, startFlags } from '../support/testElectron.ts';

describe.skipIf(missing !== null)('the self-test in Electron', leftOut, () => {
  const desk = useDesk();

  test('draws a card that says what it is, and takes it away', async () => {
    const ringside = await desk.launch();
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    await ringside.ask('selfTest.start', undefined);
    await ringside.card.getByRole('article', { name: en.pop.test.title }).waitFor();
    expect(await (await ringside.cardWindow()).evaluate((window) => window.isVisible())).toBe(true);
    await expect.poll(async () => (await ringside.ask('selfTest.get', undefined))?.isOver).toBe(true);
    const { hops = [] } = (await ringside.ask('selfTest.get', undefined)) ?? {};
    expect(hops.find(({ hop }) => hop === 'pop-up')).toMatchObject({ state: 'passed' });
    await expect.poll(() => ringside.card.getByRole('article').count()).toBe(0);
    expect(ringside.complaints).toEqual([]);
  });

  test('runs from the command line without a window, and against the Ringside that runs', async () => {
    const flags = [...startFlags(electron, desk.dataDir), '--self-test'];
    const alone = await npmStart(flags, environment(desk.desktop)).ended;
    expect(alone.stdout).toMatch(/^listener +passed/m);
    expect(alone.stdout).toMatch(/^pop-up +skipped .* no window$/m);
    expect(alone.code).toBe(0);

    const ringside = await desk.launch();
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    const beside = await npmStart(flags, environment(desk.desktop)).ended;
    expect(beside.stdout).toMatch(/^pop-up +passed/m);
  });

  test('keeps the token in a file where the system has no key store, and says so', async () => {
    const ringside = await desk.launch();
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    const hasKeyStore = await ringside.app.evaluate(
      ({ safeStorage }) =>
        safeStorage.isEncryptionAvailable() && safeStorage.getSelectedStorageBackend() !== 'basic_text',
    );
    const { keptIn } = await ringside.ask('reach.get', undefined);
    expect(keptIn).toBe(hasKeyStore ? 'key-store' : 'file');
    const plain = join(desk.dataDir, 'webhook-token');
    expect(existsSync(plain)).toBe(!hasKeyStore);
    const token = new URL((await ringside.webhook()) ?? '').pathname.slice('/hooks/'.length);
    expect(readFileSync(hasKeyStore ? `${plain}.sealed` : plain, 'utf8').includes(token)).toBe(!hasKeyStore);
    expect(readFileSync(join(desk.dataDir, 'ringside.log'), 'utf8')).not.toContain(token);
  });
});
