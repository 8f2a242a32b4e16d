import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { vi } from 'vitest';

import { WholeAppImageUpdater } from '../../electron/shell/updates/appImage.ts';
import { engineOn } from '../../electron/shell/updates/engine.ts';
import { createUpdates } from '../../electron/shell/updates/updates.ts';
import type { UpdateDesk } from '../../electron/shell/updates/updates.ts';
import type { Installation } from '../../electron/shell/updates/whyOff.ts';
import type { Reply, Result } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { UpdateChannel, Updates } from '../../shared/updates.ts';
import { fakeClock } from './fakeClock.ts';
import { NodeExecutor } from './nodeExecutor.ts';
import { tempFolder } from './tempFolder.ts';
import type { UpdateServer } from './updateServer.ts';

interface Options {
  readonly version?: string;
  /** Where the installed AppImage, its cache and its settings lie; a fresh folder where absent. */
  readonly folder?: string;
  readonly installation?: Partial<Installation>;
  readonly settings?: Partial<Pick<Settings, 'updates' | 'updateChannel'>>;
}

export interface RunningUpdates {
  readonly desk: UpdateDesk;
  readonly folder: string;
  /** The installed program. */
  readonly appImage: string;
  /** Every state that a window could have seen, in order. */
  readonly seen: Updates[];
  now(): Promise<Updates>;
  /** Looks as the button does, and waits until that has come to an end. Returns what it came to. */
  look(): Promise<Updates>;
  install(): Promise<Reply>;
  follow(settings: Partial<Pick<Settings, 'updates' | 'updateChannel'>>): void;
  /** Whether calls are on, from now on. */
  calls(howMany: number): void;
  /** Lets time pass, minute by minute. */
  pass(minutes: number): Promise<void>;
  /** Ends as the user does; what the library does then is done when this returns. */
  quit(): void;
  /** The last steps that Ringside was asked to end with. */
  readonly endings: (() => void)[];
  /** Files that were fetched. */
  fetched(): string[];
}

/** The updates of an installed Ringside on Linux, with electron-updater behind them, in plain Node. */
export function updatesAt(server: UpdateServer, options: Options = {}): RunningUpdates {
  const folder = options.folder ?? tempFolder();
  const appImage = join(folder, 'Ringside.AppImage');
  if (!existsSync(appImage)) writeFileSync(appImage, 'installed', { mode: 0o755 });
  writeFileSync(join(folder, 'app-update.yml'), 'updaterCacheDirName: cache\n');
  vi.stubEnv('APPIMAGE', appImage);
  const clock = fakeClock();
  const seen: Updates[] = [];
  const endings: (() => void)[] = [];
  const quitHandlers: ((exitCode: number) => void)[] = [];
  let calls = 0;
  let settings: { readonly updates: 'automatic' | 'off'; readonly updateChannel: UpdateChannel } = {
    updates: 'automatic',
    updateChannel: 'stable',
    ...options.settings,
  };

  const updater = new WholeAppImageUpdater(null, {
    version: options.version ?? '1.1.0',
    name: 'ringside',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: join(folder, 'electron'),
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    quit() {},
    relaunch() {},
    onQuit: (handler: (exitCode: number) => void) => void quitHandlers.push(handler),
  });
  Object.assign(updater, { httpExecutor: new NodeExecutor() });

  const desk = createUpdates({
    installation: {
      isPackaged: true,
      isPortable: false,
      isSystemPackage: false,
      isSigned: true,
      ...options.installation,
    },
    core: { request: () => Promise.resolve({ ok: true, value: Array.from({ length: calls }) } as Reply<'calls.live'>) },
    loadEngine: (tell) =>
      Promise.resolve(
        engineOn(
          updater,
          { whenReady: (ready) => ready(), install: () => void updater.install(true, false) },
          server.source,
          tell,
        ),
      ),
    endWith: (install) => void endings.push(install),
    push: () => void now().then((state) => seen.push(state)),
    warn() {},
    refusalWords: (kind) => kind,
    nowUs: () => clock.nowUs(),
    spread: 0,
  });
  desk.follow(settings);

  async function ask(name: string): Promise<Reply> {
    const answer = desk.answer(name);
    if (answer === null) throw new Error(`${name} is not about updates`);
    return answer;
  }

  async function now(): Promise<Updates> {
    const reply = await ask('updates.get');
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value as Result<'updates.get'>;
  }

  return {
    desk,
    folder,
    appImage,
    seen,
    endings,
    now,
    async look() {
      await ask('updates.check');
      return vi.waitUntil(
        async () => {
          const state = await now();
          return state.kind === 'checking' || state.kind === 'downloading' ? false : state;
        },
        { timeout: 15_000, interval: 10 },
      );
    },
    install: () => ask('updates.install'),
    follow(next) {
      settings = { ...settings, ...next };
      desk.follow(settings);
    },
    calls(howMany) {
      calls = howMany;
      desk.callsChanged();
    },
    async pass(minutes) {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.advance(60_000);
        await desk.tick();
      }
    },
    quit() {
      desk.beforeQuit();
      for (const handler of quitHandlers) handler(0);
    },
    fetched() {
      const pending = join(folder, 'cache', 'pending');
      return existsSync(pending) ? readdirSync(pending).filter((name) => name.endsWith('.AppImage')) : [];
    },
  };
}
