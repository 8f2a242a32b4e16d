import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { en } from '../../shared/words/en.ts';
import type { Desktop } from '../support/desktop.ts';
import { openDesktop } from '../support/desktop.ts';
import { launchRingside } from '../support/electron.ts';
import type { ElectronRingside } from '../support/electron.ts';
import { watchNotifications } from '../support/notifications.ts';
import { npmStart } from '../support/start.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { electronForTests, environment, startFlags } from '../support/testElectron.ts';
import { ringEvent } from '../support/wire.ts';

const electron = await electronForTests();
const patience = { timeout: 20_000 };

const leftOut = electron.kind === 'absent' ? { meta: { leftOut: electron.reason } } : {};

describe.skipIf(electron.kind === 'absent')('Ringside in Electron', leftOut, () => {
  let desktop: Desktop;
  let dataDir: string;
  let ringside: ElectronRingside;

  beforeAll(async () => {
    desktop = await openDesktop();
  });
  afterAll(() => desktop.close());
  beforeEach(async () => {
    dataDir = tempFolder();
    ringside = await launchRingside(electron, desktop, dataDir);
  });

  /** The address for webhooks, once there is one. */
  async function webhook(): Promise<string> {
    await expect.poll(() => ringside.webhook(), patience).not.toBeNull();
    return String(await ringside.webhook());
  }

  test('the page has the bridge and nothing of Node or Electron', async () => {
    const page = await ringside.page.evaluate(() => ({
      origin: location.origin,
      node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in window),
      bridge: Object.keys(window.ringside ?? {}).sort(),
    }));
    expect(page).toEqual({ origin: 'ringside-app://window', node: [], bridge: ['host', 'request', 'subscribe'] });
  });

  test('the windows are sandboxed and isolated from their preload', async () => {
    const preferences = await ringside.app.evaluate(({ BrowserWindow }): unknown[] =>
      BrowserWindow.getAllWindows().map(({ webContents }): unknown =>
        // Every version of Electron has this method, and no version's types do.
        Reflect.apply(Reflect.get(webContents, 'getLastWebPreferences'), webContents, []),
      ),
    );
    expect(preferences).toHaveLength(2);
    for (const each of preferences) {
      expect(each).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      });
    }
  });

  test('a file that the page has made is saved where the user says, and no other download begins', async () => {
    const path = join(dataDir, 'calls.csv');
    const begun = await ringside.app.evaluateHandle(({ session }, file) => {
      const seen: { scheme: string; isRefused: boolean; name: string }[] = [];
      session.defaultSession.on('will-download', (event, item) => {
        const isRefused = event.defaultPrevented;
        seen.push({ scheme: item.getURL().replace(/:.*/, ''), isRefused, name: item.getFilename() });
        // In place of the dialog.
        if (!isRefused) item.setSavePath(file);
      });
      return seen;
    }, path);
    await ringside.page.evaluate(() => {
      const download = (href: string) => {
        const link = document.createElement('a');
        link.href = href;
        link.download = 'calls.csv';
        link.click();
      };
      download(URL.createObjectURL(new Blob(['ref,outcome\n'])));
      download('data:text/plain,from%20elsewhere');
      download('index.html');
    });
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8'), patience).toBe('ref,outcome\n');
    await expect
      .poll(() => begun.evaluate((seen) => seen.toSorted((a, b) => a.scheme.localeCompare(b.scheme))))
      .toEqual([
        { scheme: 'blob', isRefused: false, name: 'calls.csv' },
        { scheme: 'data', isRefused: true, name: 'calls.csv' },
        { scheme: 'ringside-app', isRefused: true, name: 'calls.csv' },
      ]);
  });

  test('the content security policy is in force', async () => {
    const violated = await ringside.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          const image = document.createElement('img');
          image.src = 'https://example.com/pixel.png';
          document.body.append(image);
        }),
    );
    expect(violated).toBe('img-src');
    const inline = ringside.page.evaluate(() => {
      document.createElement('script').text = 'alert(1)';
    });
    await expect(inline).rejects.toThrow(/TrustedScript/);
  });

  test('the scheme serves the page and no file beside it', async () => {
    const answers = await ringside.page.evaluate(() =>
      Promise.all(
        ['/index.html', '/..%2fmain%2fmain.js', '/%2e%2e/main/main.js', '/nothing.js'].map(async (path) => {
          const { status, headers } = await fetch(path);
          return [status, headers.get('x-content-type-options')];
        }),
      ),
    );
    expect(answers).toEqual([
      [200, 'nosniff'],
      [404, 'nosniff'],
      [404, 'nosniff'],
      [404, 'nosniff'],
    ]);
  });

  test.each(['https://example.com/', 'file:///etc/hosts', 'data:text/html,x', 'ringside-app://other/index.html'])(
    'the window does not go to %s, nor opens another for it',
    async (url) => {
      const opened = await ringside.page.evaluate((target) => {
        const other = window.open(target);
        location.assign(target);
        return other !== null;
      }, url);
      expect(opened).toBe(false);
      await ringside.ask('status.get', undefined);
      expect(await ringside.page.evaluate(() => location.origin)).toBe('ringside-app://window');
      expect(ringside.app.windows()).toHaveLength(2);
    },
  );

  test('the page may copy, and is refused everything else', async () => {
    const states = await ringside.page.evaluate(async () => {
      const names = ['clipboard-write', 'clipboard-read', 'geolocation', 'notifications', 'camera', 'microphone'];
      const found = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
      );
      return Object.fromEntries(found.map(({ state }, index) => [names[index], state]));
    });
    expect(states).toEqual({
      'clipboard-write': 'granted',
      'clipboard-read': 'denied',
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
    });
    const asked = await ringside.page.evaluate(async () => [
      await Notification.requestPermission(),
      await navigator.requestMIDIAccess({ sysex: true }).catch((error: Error) => error.name),
    ]);
    expect(asked).toEqual(['denied', 'NotAllowedError']);
  });

  test('a page from elsewhere is answered with a refusal, even with our preload', async () => {
    const reply = await ringside.app.evaluate(async ({ app, BrowserWindow }): Promise<unknown> => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/dist/preload/preload.cjs` },
      });
      await stranger.loadURL('data:text/html,stranger');
      const answer: unknown = await stranger.webContents.executeJavaScript("ringside.request('status.get')");
      stranger.destroy();
      return answer;
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  test('an inbound ring raises a notification, and a click on it opens the call', async ({ skip }) => {
    if (process.platform !== 'linux') skip('there is no bus to see notifications on');
    const watch = await watchNotifications(desktop);
    try {
      const address = await webhook();
      await (await ringside.mainWindow()).evaluate((window) => window.hide());
      expect(await deliver(address, ring('call-1'))).toBe(200);
      await expect.poll(() => watch.seen, patience).toHaveLength(1);
      expect(watch.seen[0]).toMatchObject({ title: '+357 99 123456 is calling' });

      await expect.poll(() => watch.displayed(), patience).toBe(1);
      await watch.click();
      await expect.poll(() => ringside.page.url(), patience).toContain('call-1');
      await expect.poll(() => windowIsVisible(ringside), patience).toBe(true);
    } finally {
      await watch.close();
    }
  });

  test('a second start ends at once and brings the first window to the front', async () => {
    await webhook();
    await (await ringside.mainWindow()).evaluate((window) => window.hide());
    const second = await npmStart(startFlags(electron, dataDir), environment(desktop)).ended;
    expect(second).toMatchObject({ code: 0, stdout: '' });
    expect(second.stderr).toContain(dataDir);
    await expect.poll(() => windowIsVisible(ringside), patience).toBe(true);
  });

  test('the window opens again where it was closed', async () => {
    const bounds = { x: 120, y: 90, width: 700, height: 500 };
    await (await ringside.mainWindow()).evaluate((window, place) => window.setBounds(place), bounds);
    await ringside.app.close();
    expect(JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))).toMatchObject({ bounds });
    ringside = await launchRingside(electron, desktop, dataDir);
    const place = await (await ringside.mainWindow()).evaluate((window) => window.getBounds());
    expect(place).toEqual(bounds);
  });

  test('when the core is killed the app says so, starts it again, and keeps every call it acknowledged', async () => {
    const address = await webhook();
    const refs = ['call-1', 'call-2', 'call-3'];
    for (const ref of refs) expect(await deliver(address, ring(ref))).toBe(200);

    const killed = await corePid(ringside);
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => corePid(ringside), patience).not.toBe(killed);
    await expect.poll(() => ringside.webhook().catch(() => null), patience).not.toBeNull();

    const { notices } = await ringside.ask('status.get', undefined);
    expect(notices).toMatchObject([{ kind: 'core-restarted' }]);
    await ringside.page.getByText(en.problems.coreRestarted).waitFor();
    const live = await ringside.ask('calls.live', undefined);
    expect(live.map(({ ref }) => ref).sort()).toEqual(refs);

    await ringside.ask('notices.dismiss', undefined);
    expect((await ringside.ask('status.get', undefined)).notices).toEqual([]);
  });

  test('the console stays free of errors and warnings while calls come in', async () => {
    const address = await webhook();
    await deliver(address, ring('call-1'));
    await expect.poll(() => ringside.ask('pops.list', undefined), patience).toHaveLength(1);
    await ringside.page.reload();
    await expect.poll(() => ringside.webhook().catch(() => null), patience).not.toBeNull();
    expect(ringside.complaints).toEqual([]);
  });
});

describe.skipIf(electron.kind === 'absent')('npm start with Electron', leftOut, () => {
  let desktop: Desktop;
  let dataDir: string;
  beforeAll(async () => {
    desktop = await openDesktop();
  });
  afterAll(() => desktop.close());
  beforeEach(() => {
    dataDir = tempFolder();
  });

  const start = () => npmStart(startFlags(electron, dataDir), environment(desktop));
  const address = async (run: ReturnType<typeof start>) => (await run.line(/^Webhook: /)).slice('Webhook: '.length);

  test.each([
    { how: 'a signal to the first process', signal: 'SIGTERM', group: false },
    { how: 'Ctrl+C, which every process hears,', signal: 'SIGINT', group: true },
  ] as const)(
    '$how ends all in order: no process is left, and what was acknowledged is kept',
    async ({ signal, group }) => {
      const first = start();
      const target = await address(first);
      const refs = Array.from({ length: 20 }, (_, index) => `call-${index}`);
      const answers = refs.map((ref) => deliver(target, ring(ref)).catch(() => null));
      await Promise.any(answers);
      const pid = Number(first.child.pid);
      process.kill(group ? -pid : pid, signal);
      const { code, stderr } = await first.ended;
      expect(code).toBe(0);
      expect(stderr).not.toContain('died');
      await expect.poll(() => isAlive(-pid), patience).toBe(false);
      // The core says where it listens in this file, and takes it back as the last thing it does.
      expect(existsSync(join(dataDir, 'running.json'))).toBe(false);

      const statuses = await Promise.all(answers);
      const kept = refs.filter((_ref, index) => statuses[index] === 200);
      expect(kept).not.toEqual([]);
      const again = await launchRingside(electron, desktop, dataDir);
      const live = (await again.ask('calls.live', undefined)).map(({ ref }) => ref);
      expect(live).toEqual(expect.arrayContaining(kept));
    },
  );

  test('without a sandbox it warns', async ({ skip }) => {
    if (electron.kind === 'ready' && electron.sandboxed) skip('the sandbox works here');
    const run = start();
    await address(run);
    run.child.kill('SIGINT');
    expect((await run.ended).stderr).toContain('Warning: --no-sandbox');
  });
});

/** A call from outside that rings my phone now. */
function ring(ref: string): Record<string, unknown> {
  return ringEvent(Date.now() * 1000, { ref, channel_uuid: `${ref}-leg`, originating_leg_uuid: ref });
}

/** Delivers an event as the PBX does. Resolves with the status it was answered with. */
async function deliver(address: string, event: Record<string, unknown>): Promise<number> {
  return (await fetch(address, { method: 'POST', body: JSON.stringify(event) })).status;
}

/** Whether a process lives, or any process of a group, whose id is negative. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The process id of the core, or 0 while it has none. */
async function corePid(ringside: ElectronRingside): Promise<number> {
  // Asynchronous, or the answer may be collected as garbage before it is read.
  return ringside.app.evaluate(async ({ app }) => {
    await app.whenReady();
    return app.getAppMetrics().find(({ name }) => name === 'Ringside Core')?.pid ?? 0;
  });
}

async function windowIsVisible(ringside: ElectronRingside): Promise<boolean> {
  return (await ringside.mainWindow()).evaluate((window) => window.isVisible());
}
