import { join } from 'node:path';

import { app, dialog } from 'electron';

import { assertNever } from '../shared/assertNever.ts';
import type { Opening, Push } from '../shared/contract.ts';
import type { Settings } from '../shared/settings.ts';
import { parseStartFlags } from './cli/flags.ts';
import type { StartFlags } from './cli/flags.ts';
import { portableDataDir, portableProblem } from './cli/portable.ts';
import { runningRingside, runSelfTest, testableBy } from './cli/selfTest.ts';
import { say } from './cli/terminal.ts';
import { createCardWindow } from './shell/cardWindow.ts';
import { createClosedWindow } from './shell/closedWindow.ts';
import { forkCore } from './shell/coreProcess.ts';
import { superviseCore } from './shell/coreSupervisor.ts';
import { serveIpc } from './shell/ipc.ts';
import { keyStore, noKeyStore } from './shell/keyStore.ts';
import { ownArguments } from './shell/launch.ts';
import { followLinks } from './shell/links.ts';
import { lockDown } from './shell/lockdown.ts';
import { startedAtLogin } from './shell/loginItem.ts';
import { createNoteWindow } from './shell/noteWindow.ts';
import { createSystemNotifier } from './shell/notifier.ts';
import { openExternally } from './shell/openExternally.ts';
import { createOutside } from './shell/outside.ts';
import { onSleep, onWake } from './shell/power.ts';
import { quitInOrder } from './shell/quit.ts';
import { createRestartNotice } from './shell/restartNotice.ts';
import { declareScheme, serveScheme } from './shell/scheme.ts';
import { lockDataDir } from './shell/singleInstance.ts';
import { createSpeech } from './shell/speech.ts';
import { hasTray } from './shell/trayHost.ts';
import { openUpdates } from './shell/updates/openUpdates.ts';
import { createMainWindow } from './shell/window.ts';

/** The Electron host: windows, tray and notifications, and the core in a process of its own. */

const dist = join(import.meta.dirname, '..');
const page = { preload: join(dist, 'preload', 'preload.cjs'), devTools: !app.isPackaged };
const everything = [
  'calls',
  'pops',
  'settings',
  'status',
  'rejected',
  'contacts',
  'imports',
  'reach',
  'self-test',
  'updates',
] as const;
const warn = (words: string) => say('stderr', words);

const portableDir = app.isPackaged ? portableDataDir(process.platform, process.env, process.execPath) : null;
const parsed = parseStartFlags(ownArguments(process.argv, app.isPackaged), portableDir);
switch (parsed.kind) {
  case 'help':
    say('stdout', parsed.text);
    app.exit(0);
    break;
  case 'error':
    refuse(2, parsed.message);
    break;
  case 'check-policy':
    check(parsed.path).catch((error: unknown) => refuse(1, String(error)));
    break;
  case 'run':
    run(parsed.flags);
    break;
  default:
    assertNever(parsed);
}

/** Loaded for this alone: it brings the schemas of all settings along, which only the core needs otherwise. */
async function check(policy: string): Promise<void> {
  const { checkPolicy } = await import('./cli/checkPolicy.ts');
  app.exit(checkPolicy(policy));
}

function run(flags: StartFlags): void {
  const problem = flags.portable ? portableProblem(flags.start.dataDir) : null;
  if (problem !== null) return refuse(1, problem);
  // Electron becomes ready only after this module has run: nothing here may wait for that.
  (flags.selfTest ? test(flags) : launch(flags)).catch((error: unknown) => refuse(1, String(error)));
}

async function launch({ start, sandbox, portable, hidden, openRef }: StartFlags): Promise<void> {
  const inDataDir = (file: string) => join(start.dataDir, file);
  const speech = createSpeech(() => app.getLocale());
  const window = createMainWindow({
    ...page,
    stateFile: inDataDir('window.json'),
    speech,
    onClosed: createClosedWindow(inDataDir('tray.json'), speech),
  });
  const show = () => void app.whenReady().then(window.show);
  const open = (call: Opening) => {
    window.push({ name: 'open', value: call });
    show();
  };

  const isFirst = lockDataDir(start.dataDir, { hidden, openRef }, (other) => {
    if (other.openRef !== null) open({ ref: other.openRef });
    else if (!other.hidden) show();
  });
  if (!isFirst) {
    warn(`Ringside already runs with ${start.dataDir}; its window comes to the front.`);
    app.exit(0);
    return;
  }
  if (!sandbox) warn("Warning: --no-sandbox takes Chromium's sandbox from the window. For containers only.");
  app.setAppUserModelId('app.ringside.desktop');
  declareScheme();
  followLinks((ref) => open({ ref }), { registered: app.isPackaged && !portable });
  app.on('activate', show);

  await app.whenReady();
  const restartNotice = createRestartNotice();
  const notifier = createSystemNotifier(speech, (ref) => open({ ref }));
  const core = superviseCore({
    start: { kind: 'start', options: { ...start, installed: app.isPackaged }, version: app.getVersion() },
    run: (events) => forkCore(join(dist, 'main', 'core.js'), events),
    nowMs: () => performance.now(),
    onPush: tell,
    onNotify: notifier.show,
    onCloseNotification: notifier.close,
    onOpen: openExternally,
    onVault: portable ? noKeyStore : keyStore,
    onLine: say,
    onDeath(code, delayMs) {
      warn(`The part of Ringside that keeps the calls died (${code}); starting it again in ${delayMs} ms.`);
      void notifier.closeAll();
      restartNotice.raise(Date.now() * 1000);
    },
    onRestart: () => tell({ name: 'changed', value: { what: everything } }),
    restartingWords: () => speech.words().shell.coreRestarting,
  });
  lockDown();
  serveScheme(join(dist, 'renderer'));
  const updates = openUpdates({
    isPortable: portable,
    core,
    endWith: (install) => endWith(install),
    push: window.push,
    warn,
    speech,
  });
  serveIpc(
    async (name, argument) =>
      (await updates.answer(name)) ?? restartNotice.amend(name, await core.request(name, argument)),
  );

  const note = createNoteWindow({ ...page, card: () => card.bounds(), onFailure: open });
  const onSettings = (settings: Settings) => {
    card.standOn(settings.cardScreen);
    updates.follow(settings);
  };
  const outside = createOutside({ core, window, open, note, onSettings, warn, speech });
  const isHidden = openRef === null && (hidden || startedAtLogin());
  if (!isHidden) window.show();
  if (openRef !== null) open({ ref: openRef });
  const card = createCardWindow({
    ...page,
    stateFile: inDataDir('card.json'),
    onOpen: (call) => (call.note ? note.open(call.ref) : open(call)),
  });

  // `npm run dev` says that the pages were built anew.
  if (!app.isPackaged) process.on('message', () => [window, card, note].forEach(({ reload }) => reload()));

  function tell(push: Push): void {
    card.push(push);
    note.push(push);
    window.push(push);
    outside.refresh();
    if (push.name === 'changed' && push.value.what.includes('calls')) updates.callsChanged();
  }
  onSleep(core.sleep);
  onWake(() => {
    core.wake();
    tell({ name: 'changed', value: { what: everything } });
  });
  const endWith = quitInOrder(async (patienceMs) => {
    updates.beforeQuit();
    card.destroy();
    note.destroy();
    window.hide();
    outside.destroy();
    await Promise.all([notifier.closeAll(), core.stop(patienceMs)]);
  });
  outside.refresh();
  if (isHidden && !(await hasTray())) window.showMinimized();
}

/** The self-test: of the Ringside that runs, or of a core that is started for it, without a window. */
async function test({ start, portable }: StartFlags): Promise<void> {
  const running = runningRingside(start.dataDir);
  if (running !== null) return app.exit(await runSelfTest(running));
  if (!lockDataDir(start.dataDir, { hidden: true, openRef: null }, () => {})) {
    warn(`Ringside already runs with ${start.dataDir}, and does not listen.`);
    return app.exit(1);
  }
  await app.whenReady();
  const core = superviseCore({
    start: { kind: 'start', options: { ...start, windowless: true }, version: app.getVersion() },
    run: (events) => forkCore(join(dist, 'main', 'core.js'), events),
    nowMs: () => performance.now(),
    onPush() {},
    onNotify: () => Promise.resolve({ kind: 'not-needed' }),
    onCloseNotification() {},
    onOpen: () => Promise.resolve({ kind: 'declined', reason: { kind: 'address-not-opened' } }),
    onVault: portable ? noKeyStore : keyStore,
    onLine: (stream, text) => void (stream === 'stderr' && say(stream, text)),
    onDeath: (code) => warn(`The part of Ringside that keeps the calls died (${code}).`),
    onRestart() {},
    restartingWords: () => 'Ringside died over it.',
  });
  const exitCode = await runSelfTest(testableBy((name) => core.request(name, undefined)));
  await core.stop(5000);
  app.exit(exitCode);
}

/** Ends with a sentence: on the terminal, or in a box for whoever started Ringside without one. */
function refuse(exitCode: number, message: string): void {
  dialog.showErrorBox('Ringside', message);
  app.exit(exitCode);
}
