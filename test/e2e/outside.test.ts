import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { en } from '../../shared/words/en.ts';
import type { Desktop } from '../support/desktop.ts';
import { launchRingside, type ElectronRingside } from '../support/electron.ts';
import { callsTo, electron, leftOut, missing, useDesk } from '../support/electronDesk.ts';
import { watchNotifications } from '../support/notifications.ts';
import { npmStart } from '../support/start.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { environment, startFlags } from '../support/testElectron.ts';

describe.skipIf(missing !== null)('outside the window', leftOut, () => {
  const desk = useDesk();
  const launch = (on: Desktop, ...more: string[]) => launchRingside(electron, on, desk.dataDir, more);
  const start = (on: Desktop, ...more: string[]) => {
    const run = npmStart([...startFlags(electron, desk.dataDir), ...more], environment(on));
    onTestFinished(async () => {
      run.child.kill('SIGTERM');
      await run.ended;
    });
    return run;
  };
  const closeWindow = async (ringside: ElectronRingside) =>
    (await ringside.mainWindow()).evaluate((window) => window.close());
  const isVisible = async (ringside: ElectronRingside) =>
    (await ringside.mainWindow()).evaluate((window) => window.isVisible()).catch(() => false);
  const ownWindows = async () => (await desk.windows.managed()).filter((title) => title.includes('Ringside'));

  test('closing the window leaves Ringside in the tray, and it says so once', async () => {
    const withTray = trayOn(desk.desktop);
    const watch = await watchNotifications(desk.desktop);
    try {
      const ringside = await launch(withTray);
      await expect.poll(() => isVisible(ringside)).toBe(true);
      await closeWindow(ringside);
      await expect.poll(() => watch.seen.map(({ title }) => title)).toEqual([en.shell.stays.title]);
      await expect.poll(ownWindows).toEqual([]);

      // A second start opens the window anew; closing that one is no news.
      expect((await start(withTray).ended).code).toBe(0);
      await expect.poll(() => isVisible(ringside)).toBe(true);
      await closeWindow(ringside);
      await expect.poll(ownWindows).toEqual([]);
      const shown = (await start(withTray).ended).code;
      await expect.poll(() => isVisible(ringside)).toBe(true);
      expect([shown, watch.seen.length]).toEqual([0, 1]);
    } finally {
      await watch.close();
    }
  });

  test('where no tray is to be seen, closing the window ends Ringside', async () => {
    const run = start(desk.desktop);
    await run.line(/^Webhook: /);
    await expect.poll(ownWindows).toHaveLength(1);
    await desk.windows.closeWindow('Ringside');
    expect((await run.ended).code).toBe(0);
  });

  test('a hidden start opens no window where there is a tray; the next start does', async () => {
    const withTray = trayOn(desk.desktop);
    const run = start(withTray, '--hidden');
    await run.line(/^Webhook: /);
    // A second hidden start is answered only once the first one is up, and opens nothing either.
    expect((await start(withTray, '--hidden').ended).code).toBe(0);
    expect(await ownWindows()).toEqual([]);
    expect((await start(withTray).ended).code).toBe(0);
    await expect.poll(ownWindows).toHaveLength(1);
  });

  test('a hidden start without a tray is at least in the task bar', async () => {
    start(desk.desktop, '--hidden');
    await expect.poll(ownWindows).toHaveLength(1);
  });

  test('a link opens its call, in a Ringside that runs as well as by starting it', async () => {
    const first = await launch(desk.desktop, 'ringside://call/call-1');
    await expect.poll(() => first.page.url()).toContain('#/calls/call-1');
    await (await first.mainWindow()).evaluate((window) => window.hide());
    const second = await start(desk.desktop, 'ringside://call/call-2').ended;
    expect(second.code).toBe(0);
    await expect.poll(() => first.page.url()).toContain('#/calls/call-2');
    await expect.poll(() => isVisible(first)).toBe(true);
  });

  test('one key dismisses the card in front, another shows the window, whoever has the keyboard', async () => {
    const ringside = await launch(desk.desktop);
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    for (const ref of ['call-1', 'call-2']) await callsTo(ringside).ring(ref);
    const refs = async () => (await ringside.ask('pops.list', undefined)).map(({ call }) => call.ref);
    await expect.poll(refs).toEqual(['call-2', 'call-1']);
    await (await ringside.mainWindow()).evaluate((window) => window.hide());
    await desk.windows.focusNotes();
    await expect.poll(() => isRegistered(ringside, 'CommandOrControl+Alt+Shift+D')).toBe(true);

    await desk.windows.press('ctrl+alt+shift+d');
    await expect.poll(refs).toEqual(['call-1']);
    await desk.windows.press('ctrl+alt+shift+d');
    await expect.poll(refs).toEqual([]);
    // Other programs get the key back as soon as nothing is to be dismissed.
    await expect.poll(() => isRegistered(ringside, 'CommandOrControl+Alt+Shift+D')).toBe(false);

    await desk.windows.press('ctrl+alt+shift+r');
    await expect.poll(() => isVisible(ringside)).toBe(true);
  });

  test('one key silences the call that rings, and nobody has the key afterwards', async () => {
    const ringside = await launch(desk.desktop);
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    const key = 'CommandOrControl+Alt+Shift+S';
    expect(await isRegistered(ringside, key)).toBe(false);
    await callsTo(ringside).ring('call-1');
    await desk.windows.focusNotes();
    await expect.poll(() => isRegistered(ringside, key)).toBe(true);
    await desk.windows.press('ctrl+alt+shift+s');
    await expect.poll(async () => (await ringside.ask('pops.list', undefined))[0]?.silenced).toBe(true);
    await expect.poll(() => isRegistered(ringside, key)).toBe(false);
  });

  test('one key hides names and numbers, and shows them again', async () => {
    const ringside = await launch(desk.desktop);
    const isMasked = async () => (await ringside.ask('settings.get', undefined)).settings.masked;
    await expect.poll(() => isRegistered(ringside, 'CommandOrControl+Alt+Shift+H')).toBe(true);
    await desk.windows.focusNotes();
    await desk.windows.press('ctrl+alt+shift+h');
    await expect.poll(isMasked).toBe(true);
    await desk.windows.press('ctrl+alt+shift+h');
    await expect.poll(isMasked).toBe(false);
  });

  test('the windows and the menu speak another language as soon as it is chosen', async () => {
    const ringside = await launch(desk.desktop);
    const menu = () =>
      ringside.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items.map((item) => item.label)
          .join(' '),
      );
    await expect.poll(menu).toBe('File Edit View Window');
    await ringside.ask('settings.change', { language: 'el' });
    await expect.poll(menu).toBe('Αρχείο Επεξεργασία Προβολή Παράθυρο');
    for (const page of [ringside.page, ringside.card]) {
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('el');
    }
    await ringside.page.getByRole('heading', { name: 'Κλήσεις' }).waitFor();
  });

  test('start at login is a file of the desk.desktop, there while the setting is on', async () => {
    const config = tempFolder();
    const file = join(config, 'autostart', 'ringside.desktop');
    const ringside = await launch({ ...desk.desktop, env: { ...desk.desktop.env, XDG_CONFIG_HOME: config } });
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    expect(existsSync(file)).toBe(false);
    await ringside.ask('settings.change', { startAtLogin: true });
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toMatch(/^Exec=.* --hidden$/m);
    await ringside.ask('settings.change', { startAtLogin: false });
    await expect.poll(() => existsSync(file)).toBe(false);
  });

  test('a login item that another Ringside has made is left alone', async () => {
    const config = tempFolder();
    const withConfig = { ...desk.desktop, env: { ...desk.desktop.env, XDG_CONFIG_HOME: config } };
    const first = await launch(withConfig);
    await first.ask('settings.change', { startAtLogin: true });
    const file = join(config, 'autostart', 'ringside.desktop');
    await expect.poll(() => existsSync(file)).toBe(true);
    await first.app.close();
    const other = await launchRingside(electron, withConfig, tempFolder());
    await other.ask('settings.change', { theme: 'dark' });
    await expect.poll(() => other.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    expect(existsSync(file)).toBe(true);
  });

  test('a login item goes when the organisation wants none, also one from before', async () => {
    const config = tempFolder();
    const withConfig = { ...desk.desktop, env: { ...desk.desktop.env, XDG_CONFIG_HOME: config } };
    const file = join(config, 'autostart', 'ringside.desktop');
    const policy = join(tempFolder(), 'policy.json');
    writeFileSync(policy, '{"locked":{"startAtLogin":true}}');
    const ringside = await launch(withConfig, '--policy', policy);
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect(ringside.ask('settings.change', { startAtLogin: false })).rejects.toThrow('set by your organisation');
    await ringside.app.close();
    writeFileSync(policy, '{"locked":{"startAtLogin":false}}');
    await launch(withConfig, '--policy', policy);
    await expect.poll(() => existsSync(file)).toBe(false);
  });

  test('after the machine has slept the pages read everything anew', async () => {
    const ringside = await launch(desk.desktop);
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    await callsTo(ringside).ring('call-1');
    await expect.poll(() => ringside.card.getByRole('alert').count()).toBe(1);
    await ringside.card.evaluate(() => {
      window.ringside?.subscribe((push) => {
        if (push.name === 'changed') document.title = push.value.what.join(' ');
      });
    });
    await ringside.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    await expect
      .poll(() => ringside.card.title())
      .toBe('calls pops settings status rejected contacts imports reach self-test updates');
  });
});

/** The desktop as a program sees it that has a tray: what is asked for one says that there is. */
function trayOn(desktop: Desktop): Desktop {
  const folder = tempFolder();
  const program = join(folder, 'gdbus');
  writeFileSync(program, '#!/bin/sh\necho "(<true>,)"\n');
  chmodSync(program, 0o755);
  return { ...desktop, env: { ...desktop.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` } };
}

function isRegistered(ringside: ElectronRingside, accelerator: string): Promise<boolean> {
  return ringside.app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator);
}
