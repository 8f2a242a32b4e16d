import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';

import { en } from '../../shared/words/en.ts';
import { pageAt, type ElectronRingside } from '../support/electron.ts';
import { callsTo, leftOut, missing, useDesk, type Calls } from '../support/electronDesk.ts';

const key = 'CommandOrControl+Alt+Shift+N';

describe.skipIf(missing !== null)('the note window', leftOut, () => {
  const desk = useDesk();
  let ringside: ElectronRingside;
  let calls: Calls;

  beforeEach(async () => {
    ringside = await desk.launch();
    calls = callsTo(ringside);
    await workElsewhere();
  });

  const link = (name: string) => ringside.card.getByRole('link', { name });
  const fieldOf = (page: Page) => page.getByRole('textbox', { name: en.note.label });
  const isOpen = () => ringside.noteWindow().then((window) => window.evaluate((open) => open.isVisible()));
  const noteOf = async (ref: string) => (await ringside.ask('calls.get', ref))?.note;
  const shortcut = () => ringside.app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), key);

  /** The agent works in another program. */
  async function workElsewhere(): Promise<void> {
    await expect.poll(() => desk.windows.focused()).toContain('Ringside');
    await (await ringside.mainWindow()).evaluate((window) => window.hide());
    await desk.windows.focusNotes();
  }

  async function takeCall(): Promise<void> {
    await calls.ring('call-1');
    await calls.answer('call-1');
    await link(en.pop.note).waitFor();
  }

  test('opens for a click on the card, is typed into at once, and gives the keyboard back', async () => {
    await takeCall();
    await desk.windows.type('order 17 ');
    await link(en.pop.note).click();
    await expect.poll(() => desk.windows.focused()).toBe('Note: +357 99 123456');
    await desk.windows.type('wants the blue one');
    await link('wants the blue one').waitFor();
    await desk.windows.press('Escape');
    await expect.poll(isOpen).toBe(false);
    await expect.poll(() => desk.windows.focused()).toBe('notes');
    await desk.windows.type('shipped\n');
    await expect.poll(() => desk.windows.notes()).toContain('order 17 shipped\n');
    expect(await (await ringside.mainWindow()).evaluate((window) => window.isVisible())).toBe(false);
  });

  test('opens for a key, in a call and after it, and Ctrl+Enter saves what was typed last', async () => {
    await takeCall();
    await expect.poll(shortcut).toBe(true);
    await desk.windows.press('ctrl+alt+shift+n');
    await expect.poll(() => desk.windows.focused()).toContain('Note');
    await desk.windows.type('first');
    await desk.windows.press('ctrl+Return');
    await expect.poll(isOpen).toBe(false);
    await expect.poll(() => noteOf('call-1')).toBe('first');

    await calls.hangUp('call-1', 'NORMAL_CLEARING');
    await ringside.card.getByRole('article', { name: en.pop.state.ended }).waitFor();
    await desk.windows.press('ctrl+alt+shift+n');
    await expect.poll(() => desk.windows.focused()).toContain('Note');
    await desk.windows.type(', second');
    await desk.windows.press('Escape');
    await expect.poll(() => noteOf('call-1')).toBe('first, second');
    await expect.poll(() => desk.windows.focused()).toBe('notes');
  });

  test('stands at the card, known to no task bar', async () => {
    await takeCall();
    await link(en.pop.note).click();
    await expect.poll(isOpen).toBe(true);
    const bounds = await Promise.all(
      [ringside.noteWindow(), ringside.cardWindow()].map(async (window) =>
        (await window).evaluate((open) => open.getBounds()),
      ),
    );
    const [note, card] = bounds;
    expect(note).toMatchObject({ x: card?.x, width: card?.width });
    expect((note?.y ?? 0) + (note?.height ?? 0)).toBe(card?.y);
    expect(await desk.windows.skipsTaskBar('^Note: ')).toBe(true);
  });

  test('shows no note while names are hidden, and lets none be written over', async () => {
    await takeCall();
    await ringside.ask('notes.set', { ref: 'call-1', note: 'secret' });
    await ringside.ask('settings.change', { masked: true });
    await link(en.pop.note).click();
    const page = await pageAt(ringside.app, 'note.html');
    await page.getByPlaceholder(en.note.hidden).waitFor();
    await expect.poll(() => desk.windows.focused()).toBe(`Note: ${en.party.hidden}`);
    await desk.windows.type('oops');
    await desk.windows.press('Escape');
    await ringside.ask('settings.change', { masked: false });
    await expect.poll(() => fieldOf(page).inputValue()).toBe('secret');
    expect(await noteOf('call-1')).toBe('secret');
  });

  test('is replaced by the main window when its page dies', async () => {
    await takeCall();
    await link(en.pop.note).click();
    await expect.poll(isOpen).toBe(true);
    const dead = await (await ringside.noteWindow()).evaluate(({ webContents }) => webContents.getOSProcessId());
    process.kill(dead, 'SIGKILL');
    const field = fieldOf(ringside.page);
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    // And it is there again the next time.
    await link(en.pop.note).click();
    await expect.poll(() => desk.windows.focused()).toContain('Note');
  });
});
