import { join } from 'node:path';

import { app, dialog } from 'electron';

import { assertNever } from '../shared/assertNever.ts';
import { parseStartFlags } from './cli/flags.ts';
import type { StartFlags } from './cli/flags.ts';
import { say } from './cli/terminal.ts';
import { forkCore } from './shell/coreProcess.ts';
import { superviseCore } from './shell/coreSupervisor.ts';
import { serveIpc } from './shell/ipc.ts';
import { ownArguments } from './shell/launch.ts';
import { lockDown } from './shell/lockdown.ts';
import { setMenu } from './shell/menu.ts';
import { createSystemNotifier } from './shell/notifier.ts';
import { quitInOrder } from './shell/quit.ts';
import { createRestartNotice } from './shell/restartNotice.ts';
import { declareScheme, serveScheme } from './shell/scheme.ts';
import { lockDataDir } from './shell/singleInstance.ts';
import { applyTheme } from './shell/theme.ts';
import { createMainWindow } from './shell/window.ts';

/** The Electron host: a window, notifications, and the core in a process of its own. */

const dist = join(import.meta.dirname, '..');
const everything = ['calls', 'pops', 'settings', 'status', 'rejected'] as const;

const parsed = parseStartFlags(ownArguments(process.argv, app.isPackaged));
switch (parsed.kind) {
  case 'help':
    say('stdout', parsed.text);
    app.exit(0);
    break;
  case 'error':
    refuse(2, parsed.message);
    break;
  case 'run':
    // Electron becomes ready only after this module has run: nothing here may wait for that.
    launch(parsed.flags).catch((error: unknown) => refuse(1, String(error)));
    break;
  default:
    assertNever(parsed);
}

async function launch({ start, sandbox }: StartFlags): Promise<void> {
  const window = createMainWindow({
    preload: join(dist, 'preload', 'preload.cjs'),
    stateFile: join(start.dataDir, 'window.json'),
    devTools: !app.isPackaged,
  });
  const show = () => void app.whenReady().then(window.show);

  if (!lockDataDir(start.dataDir, show)) {
    say('stderr', `Ringside already runs with ${start.dataDir}; its window comes to the front.`);
    app.exit(0);
    return;
  }
  if (!sandbox) say('stderr', "Warning: --no-sandbox takes Chromium's sandbox from the window. For containers only.");
  app.setAppUserModelId('app.ringside.desktop');
  declareScheme();
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // `npm run dev` says that the page was built anew.
  if (!app.isPackaged) process.on('message', window.reload);

  await app.whenReady();
  const restartNotice = createRestartNotice();
  const notifier = createSystemNotifier((ref) => {
    window.show();
    window.push({ name: 'open', value: { ref } });
  });
  const core = superviseCore({
    start: { kind: 'start', options: start, version: app.getVersion() },
    run: (events) => forkCore(join(dist, 'main', 'core.js'), events),
    nowMs: () => performance.now(),
    onPush(push) {
      window.push(push);
      if (push.name === 'changed' && push.value.what.includes('settings')) void applyTheme(core);
    },
    onNotify: notifier.show,
    onCloseNotification: notifier.close,
    onLine: say,
    onDeath(code, delayMs) {
      say('stderr', `The part of Ringside that keeps the calls died (${code}); starting it again in ${delayMs} ms.`);
      notifier.closeAll();
      restartNotice.raise(Date.now() * 1000);
    },
    onRestart: () => window.push({ name: 'changed', value: { what: everything } }),
  });
  quitInOrder((patienceMs) => {
    window.hide();
    notifier.closeAll();
    return core.stop(patienceMs);
  });
  lockDown();
  setMenu();
  serveScheme(join(dist, 'renderer'));
  serveIpc({
    request: async (name, argument) => restartNotice.amend(name, await core.request(name, argument)),
    onListening: window.listens,
  });
  void applyTheme(core);
  window.show();
}

/** Ends with a sentence: on the terminal, or in a box for whoever started Ringside without one. */
function refuse(exitCode: number, message: string): void {
  dialog.showErrorBox('Ringside', message);
  app.exit(exitCode);
}
