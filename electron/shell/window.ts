import { BrowserWindow } from 'electron';

import type { Push } from '../../shared/contract.ts';
import { showBadge } from './badge.ts';
import { clampBounds, defaultSize, minimumSize } from './bounds.ts';
import { pushChannel } from './channels.ts';
import { createOutbox } from './outbox.ts';
import { followPage, webPreferences } from './page.ts';
import type { PageOptions } from './page.ts';
import { pageUrl } from './scheme.ts';
import { workAreas } from './screens.ts';
import type { Speech } from './speech.ts';
import { background } from './theme.ts';
import { readWindowState, writeWindowState } from './windowState.ts';

export interface WindowOptions extends PageOptions {
  /** Where the window remembers its place. */
  readonly stateFile: string;
  readonly speech: Speech;
  /** Its user has closed it. */
  readonly onClosed: () => void;
}

/** The main window, whether it is open at the moment or not. */
export interface MainWindow {
  /** Opens it, or brings it to the front. */
  readonly show: () => void;
  /** Opens it in the task bar, for desktops without a tray. */
  readonly showMinimized: () => void;
  readonly hide: () => void;
  /** How many people wait to be called back. */
  readonly badge: (people: number) => void;
  readonly reload: () => void;
  /** Tells its page; kept back while there is none that listens. */
  readonly push: (push: Push) => void;
}

export function createMainWindow(options: WindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  let people = 0;
  const outbox = createOutbox((push) => window?.webContents.send(pushChannel, push));

  function open(how: 'shown' | 'minimized'): BrowserWindow {
    const opened = openWindow(options, how);
    followPage(opened.webContents, outbox);
    opened.once('show', () => showBadge(people, opened, options.speech.words()));
    opened.once('closed', () => {
      window = null;
      outbox.close();
      options.onClosed();
    });
    return opened;
  }

  return {
    show() {
      if (window === null) window = open('shown');
      else reveal(window);
    },
    showMinimized() {
      window ??= open('minimized');
    },
    hide: () => window?.hide(),
    badge(count) {
      people = count;
      showBadge(people, window, options.speech.words());
    },
    reload: () => window?.webContents.reload(),
    push: outbox.push,
  };
}

/** Opens a window where it stood last. */
function openWindow(options: WindowOptions, how: 'shown' | 'minimized'): BrowserWindow {
  const state = readWindowState(options.stateFile);
  const window = new BrowserWindow({
    ...(state === null ? defaultSize : clampBounds(state.bounds, workAreas(), minimumSize)),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Ringside',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: background().window,
    webPreferences: webPreferences(options),
  });
  if (state?.maximized === true) window.maximize();
  if (how === 'minimized') window.minimize();
  else window.once('ready-to-show', () => window.show());
  window.on('close', () => remember(window, options.stateFile));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(pageUrl);
  return window;
}

function reveal(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function remember(window: BrowserWindow, file: string): void {
  try {
    writeWindowState(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  } catch {
    // A full disk must not keep the window from closing; it then opens where it stood before.
  }
}
