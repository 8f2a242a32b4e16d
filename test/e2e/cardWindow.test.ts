import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import type { Bounds } from '../../electron/shell/bounds.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { en } from '../../shared/words/en.ts';
import type { ElectronRingside } from '../support/electron.ts';
import { callsTo, leftOut, missing, useDesk, type Calls } from '../support/electronDesk.ts';

const ringing = { name: en.pop.state.ringing };

/** Electron waits for 25 s for a notification service that hangs. */
const beforeElectronGivesUp = { timeout: 15_000 };

/** A card says for some seconds how its call ended. */
const untilGone = { timeout: 25_000 };

describe.skipIf(missing !== null)('the card window', leftOut, () => {
  const desk = useDesk();
  let ringside: ElectronRingside;
  let calls: Calls;

  const start = async () => {
    ringside = await desk.launch();
    calls = callsTo(ringside);
  };
  beforeEach(start);

  const isVisible = async () => (await ringside.cardWindow()).evaluate((window) => window.isVisible());
  const bounds = async (): Promise<Bounds> => (await ringside.cardWindow()).evaluate((window) => window.getBounds());

  const ring = (ref: string) => calls.ring(ref);
  const hangUp = (ref: string) => calls.hangUp(ref);

  test('comes up when a call rings and is gone after the hang-up', async () => {
    expect(await isVisible()).toBe(false);
    await ring('call-1');
    await expect.poll(isVisible).toBe(true);
    await ringside.card.getByRole('link', { name: '+357 99 123456' }).waitFor();
    await hangUp('call-1');
    await expect.poll(isVisible, untilGone).toBe(false);
  });

  test('is as high as its cards: it grows with each call and shrinks when one is dismissed', async () => {
    await ring('call-1');
    await expect.poll(isVisible).toBe(true);
    const one = await boundsOf(1);
    await ring('call-2');
    const two = await boundsOf(2);
    expect(two.height).toBeGreaterThan(one.height);
    // Beside a tray at the bottom it grows upwards.
    expect(two.y + two.height).toBe(one.y + one.height);
    await ringside.ask('pops.dismiss', 'call-2');
    await expect.poll(async () => (await boundsOf(1)).height).toBe(one.height);
  });

  test('takes no keyboard: what is typed elsewhere arrives whole while twenty calls ring', async () => {
    await takeNotes();
    const words = Array.from({ length: 20 }, (_, index) => `call number ${index + 1} rings\n`);
    for (const [index, line] of words.entries()) {
      await Promise.all([ring(`call-${index}`), desk.windows.type(line)]);
    }
    await expect.poll(isVisible).toBe(true);
    expect(await desk.windows.focused()).toBe('notes');
    await expect.poll(() => desk.windows.notes()).toContain(words.join(''));
  });

  test('takes no keyboard when it is clicked either', async () => {
    await takeNotes();
    await ring('call-1');
    await ring('call-2');
    await boundsOf(2);
    await desk.windows.click(await middleOf(en.pop.dismiss));
    await expect.poll(() => ringside.card.getByRole('article', ringing).count()).toBe(1);
    await desk.windows.type('still here\n');
    await expect.poll(() => desk.windows.notes()).toContain('still here\n');
  });

  test('is known to no task bar and no switcher', async () => {
    await ring('call-1');
    await expect.poll(isVisible).toBe(true);
    const managed = await desk.windows.managed();
    expect(managed).toContain('notes');
    expect(managed.filter((title) => title.includes('Ringside'))).toHaveLength(1);
  });

  test('stands where it was dragged, also after the next start', async () => {
    await ring('call-1');
    await expect.poll(isVisible).toBe(true);
    const before = await boundsOf(1);
    await desk.windows.drag({ x: before.x + 200, y: before.y + 15 }, { x: before.x - 100, y: before.y - 185 });
    const after = { ...before, x: before.x - 300, y: before.y - 200 };
    await expect.poll(bounds).toEqual(after);
    await expect.poll(() => readBounds(join(desk.dataDir, 'card.json'))).toEqual(after);
    await hangUp('call-1');
    await expect.poll(isVisible, untilGone).toBe(false);

    await ringside.app.close();
    await start();
    await ring('call-2');
    await expect.poll(isVisible).toBe(true);
    // The second call of that caller has a higher card, whose lower edge is where the other's was.
    const again = await boundsOf(1);
    expect([again.x, again.y + again.height]).toEqual([after.x, after.y + after.height]);
  });

  test('shows no card of a call for which none is wanted', async () => {
    const { ways } = defaultSettings;
    const without = { ...ways, direct: { ...ways.direct, card: false } };
    await ringside.ask('settings.change', { ways: without });
    await ring('call-1');
    await expect.poll(() => ringside.ask('pops.list', undefined)).toHaveLength(1);
    await ringside.ask('settings.change', { ways });
    await expect.poll(isVisible).toBe(true);
    await ringside.ask('settings.change', { ways: without });
    await expect.poll(isVisible).toBe(false);
  });

  test('opens a call in the main window, the same one twice over', async () => {
    await ring('call-1');
    await expect.poll(isVisible).toBe(true);
    for (let time = 0; time < 2; time += 1) {
      await (await ringside.mainWindow()).evaluate((window) => window.hide());
      await ringside.card.getByRole('link', { name: '+357 99 123456' }).click();
      await expect.poll(async () => (await ringside.mainWindow()).evaluate((window) => window.isVisible())).toBe(true);
      await expect.poll(() => ringside.page.url()).toContain('call-1');
    }
    expect(await ringside.card.evaluate(() => location.pathname + location.hash)).toBe('/card.html');
  });

  test('rings aloud until the hang-up, in its hidden window too when no card is wanted', async () => {
    const isAudible = async () =>
      (await ringside.cardWindow()).evaluate(({ webContents }) => webContents.isCurrentlyAudible());
    const { ways } = defaultSettings;
    for (const card of [true, false]) {
      const ref = `call-${String(card)}`;
      await ringside.ask('settings.change', { ways: { ...ways, direct: { ...ways.direct, card } } });
      await ring(ref);
      await expect.poll(isAudible).toBe(true);
      expect(await isVisible()).toBe(card);
      await hangUp(ref);
      await expect.poll(isAudible, untilGone).toBe(false);
    }
    expect(await (await ringside.mainWindow()).evaluate(({ webContents }) => webContents.isCurrentlyAudible())).toBe(
      false,
    );
  });

  test('comes up at once while the notification service hangs', async () => {
    const goOn = desk.desktop.hangNotifications();
    onTestFinished(goOn);
    await ring('call-1');
    await expect.poll(isVisible, beforeElectronGivesUp).toBe(true);
    await hangUp('call-1');
    await expect.poll(() => ringside.card.getByRole('article', ringing).count(), beforeElectronGivesUp).toBe(0);
  });

  test('leaves nothing behind of twenty calls at once', async () => {
    const refs = Array.from({ length: 20 }, (_, index) => `call-${index}`);
    await Promise.all(refs.map(ring));
    await expect.poll(() => ringside.card.getByRole('article', ringing).count()).toBe(5);
    await Promise.all(refs.map(hangUp));
    await expect.poll(isVisible, untilGone).toBe(false);
    expect(await ringside.card.getByRole('article').count()).toBe(0);
  });

  test('comes back when the process of its page dies', async () => {
    await ring('call-1');
    await expect.poll(isVisible).toBe(true);
    const processOf = async () =>
      (await ringside.cardWindow()).evaluate(({ webContents }) => webContents.getOSProcessId());
    const killed = await processOf();
    process.kill(killed, 'SIGKILL');
    await expect.poll(processOf).not.toBe(killed);
    await expect.poll(isVisible).toBe(true);
    await hangUp('call-1');
    await expect.poll(isVisible, untilGone).toBe(false);
  });

  test('the main window shows no card of its own', async () => {
    await ring('call-1');
    await expect.poll(isVisible).toBe(true);
    await ringside.page.getByRole('row').filter({ hasText: '+357 99 123456' }).waitFor();
    expect(await ringside.page.getByRole('alert').count()).toBe(0);
  });

  test('has the shell’s ear, and no other page has', async () => {
    const reach = () => ({ bridge: 'ringside' in window, card: 'ringsideCard' in window });
    expect(await ringside.card.evaluate(reach)).toEqual({ bridge: true, card: true });
    expect(await ringside.page.evaluate(reach)).toEqual({ bridge: true, card: false });
  });

  /** The bounds once so many calls are seen to ring: as high as the page, neither less nor more. */
  async function boundsOf(ringingCalls: number): Promise<Bounds> {
    await expect.poll(() => ringside.card.getByRole('article', ringing).count()).toBe(ringingCalls);
    const fits = () => innerHeight === Math.ceil(document.getElementById('root')?.getBoundingClientRect().height ?? 0);
    await expect.poll(() => ringside.card.evaluate(fits)).toBe(true);
    return bounds();
  }

  /** Goes from Ringside, which has the keyboard once its main window is up, to the notes. */
  async function takeNotes(): Promise<void> {
    await expect.poll(() => desk.windows.focused()).toContain('Ringside');
    await desk.windows.focusNotes();
  }

  /** The middle of the first button with these words, on the screen. */
  async function middleOf(words: string): Promise<{ x: number; y: number }> {
    const { x, y } = await bounds();
    const box = await ringside.card.getByRole('button', { name: words }).first().boundingBox();
    if (box === null) throw new Error(`No button ${words} to be seen`);
    return { x: x + box.x + box.width / 2, y: y + box.y + box.height / 2 };
  }
});

function readBounds(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
