import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { end, openDesktop } from '../support/desktop.ts';
import type { Desktop } from '../support/desktop.ts';
import { electron, missing } from '../support/electronDesk.ts';
import { watchNotifications } from '../support/notifications.ts';
import { filesWithSizes, packRingside } from '../support/packedRingside.ts';
import type { PackedRingside } from '../support/packedRingside.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { manageWindows } from '../support/windowManager.ts';
import type { ManagedDesktop } from '../support/windowManager.ts';
import { ringEvent } from '../support/wire.ts';

const reason = missing ?? (process.platform === 'linux' ? null : 'packed for Linux alone');
const leftOut = reason === null ? {} : { meta: { leftOut: reason } };

/** How a fuse that is on stands in the program: as the digit one. */
const enabled = '1'.charCodeAt(0);

/** Bytes that the product may add to the bare runtime. */
const mostAdded = 8_000_000;

describe.skipIf(reason !== null)('the packaged app', leftOut, () => {
  let packed: PackedRingside;
  let desktop: Desktop;
  let windows: ManagedDesktop;
  const output = mkdtempSync(join(tmpdir(), 'ringside-packed-'));
  beforeAll(async () => {
    packed = await packRingside(output);
    desktop = await openDesktop();
    windows = await manageWindows(desktop);
  });
  afterAll(async () => {
    await windows.close();
    await desktop.close();
    rmSync(output, { recursive: true });
  });

  /** Starts it as its user does, in an environment of its own; ended when the test is over. */
  function start(home: string, flags: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const sandbox = electron.kind === 'ready' && electron.sandboxed ? [] : ['--no-sandbox'];
    const child = spawn(packed.program, [...flags, ...sandbox, '--port', '0', '--extension', '1002', '--hidden'], {
      env: { ...process.env, ...desktop.env, WAYLAND_DISPLAY: '', XDG_CONFIG_HOME: home, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => end(child));
    const complaints: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
    const lines = createInterface(child.stdout);
    const listening = new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => {
        if (line.startsWith('Webhook: ')) resolve(line.slice('Webhook: '.length));
      });
      lines.once('close', () => reject(new Error('ended without listening')));
    });
    return { child, listening, complaints };
  }

  /** The windows of Ringside that somebody can see. */
  async function visible(): Promise<number> {
    const search = promisify(execFile)('xdotool', ['search', '--onlyvisible', '--class', 'ringside'], {
      env: { ...process.env, ...desktop.env },
    });
    return (await search.catch(() => ({ stdout: '' }))).stdout.split('\n').filter(Boolean).length;
  }

  test('takes a webhook, shows the card, tells the desktop, and keeps the call outside of the program', async () => {
    const home = tempFolder();
    const before = filesWithSizes(packed.folder);
    const notifications = await watchNotifications(desktop);
    onTestFinished(() => notifications.close());
    const { child, listening } = start(home, []);
    const webhook = await listening;
    expect(await visible()).toBe(0);

    const answer = await fetch(webhook, { method: 'POST', body: JSON.stringify(ringEvent(Date.now() * 1000)) });
    expect([answer.status, await answer.json()]).toEqual([200, { result: 'stored' }]);
    await expect.poll(visible).toBe(1);
    await expect.poll(() => notifications.seen).toMatchObject([{ title: '+357 99 123456 is calling' }]);

    await end(child);
    expect(child.exitCode).toBe(0);
    const database = new Database(join(home, 'Ringside', 'ringside.db'), { readonly: true });
    onTestFinished(() => void database.close());
    expect(database.prepare('SELECT count(*) AS calls FROM calls').get()).toEqual({ calls: 1 });
    expect(filesWithSizes(packed.folder)).toEqual(before);
  });

  test('--portable keeps everything beside the program', async () => {
    const home = tempFolder();
    const before = new Set(readdirSync(packed.folder));
    onTestFinished(() => rmSync(join(packed.folder, 'Ringside-data'), { recursive: true, force: true }));
    const { child, listening } = start(home, ['--portable']);
    await listening;
    expect(readdirSync(packed.folder).filter((name) => !before.has(name))).toEqual(['Ringside-data']);
    expect(readdirSync(join(packed.folder, 'Ringside-data'))).toEqual(
      expect.arrayContaining(['ringside.db', 'ringside.log', 'electron']),
    );
    await end(child);
    expect(existsSync(join(home, 'Ringside'))).toBe(false);
    // What the key store of this machine locks, the next machine could not unlock.
    const log = readFileSync(join(packed.folder, 'Ringside-data', 'ringside.log'), 'utf8');
    expect(log).toContain('takes its secrets along');
    expect(existsSync(join(packed.folder, 'Ringside-data', 'webhook-token'))).toBe(true);
  });

  test('is no Node, listens to no debugger, and loads no code that the environment names', async () => {
    const home = tempFolder();
    const script = join(home, 'stranger.cjs');
    const marks = { NODE_OPTIONS: `--require=${script}`, ELECTRON_RUN_AS_NODE: '1', RINGSIDE_SQLITE_BINDING: script };
    const { child, listening, complaints } = start(home, ['--inspect=0'], marks);
    // As Node it would refuse our flags, and it would end over a script or a binary that is not there.
    await listening;
    await end(child);
    expect(child.exitCode).toBe(0);
    expect(complaints.join('')).not.toContain('Debugger listening');
  });

  test('has every fuse set as electron-builder.yml says', async () => {
    const wire = await getCurrentFuseWire(packed.program);
    const set = (fuse: FuseV1Options) => Number(wire[fuse]) === enabled;
    expect({
      runAsNode: set(FuseV1Options.RunAsNode),
      enableCookieEncryption: set(FuseV1Options.EnableCookieEncryption),
      enableNodeOptionsEnvironmentVariable: set(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      enableNodeCliInspectArguments: set(FuseV1Options.EnableNodeCliInspectArguments),
      enableEmbeddedAsarIntegrityValidation: set(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: set(FuseV1Options.OnlyLoadAppFromAsar),
      loadBrowserProcessSpecificV8Snapshot: set(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      grantFileProtocolExtraPrivileges: set(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('holds what is built and one native binary: no tests, no sources, nothing of other systems', () => {
    const files = listPackage(packed.archive, { isPack: false }).filter((file) => /\.\w+$/.test(file));
    const strange = files.filter(
      (file) =>
        !/^\/dist\/(main|preload|renderer)\/.*\.(js|cjs|css|html|svg|json)$/.test(file) &&
        !/^\/node_modules\/better-sqlite3\/(package\.json|lib\/.*\.js)$/.test(file),
    );
    expect(strange.sort()).toEqual([
      `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
      '/package.json',
    ]);
    expect([...filesWithSizes(packed.unpacked).keys()]).toEqual([
      join('node_modules', 'better-sqlite3', 'prebuilds', `linux-${process.arch}.node`),
    ]);
    const manifest: unknown = JSON.parse(extractFile(packed.archive, 'package.json').toString());
    expect(manifest).toMatchObject({ name: 'ringside', main: 'dist/main/main.js', desktopName: 'ringside.desktop' });
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  test('names no folder of the machine it was made on', () => {
    const text = readFileSync(packed.archive, 'latin1');
    expect(text).not.toContain(join(import.meta.dirname, '..', '..'));
    expect(text).not.toMatch(/sourceMappingURL=(?!data:)[\w./-]+\.map/);
  });

  test('adds at most 8 MB to the bare runtime', () => {
    const bare = filesWithSizes(packed.runtime);
    const added = [...filesWithSizes(packed.folder)].filter(
      ([file]) => !bare.has(file) && file !== 'ringside' && file !== 'LICENSE.electron.txt',
    );
    const bytes = added.reduce((sum, [, size]) => sum + size, 0);
    console.info(`Ringside adds ${(bytes / 1e6).toFixed(1)} MB to Electron: ${added.map(([file]) => file).join(', ')}`);
    expect(bytes).toBeLessThan(mostAdded);
  });
});
