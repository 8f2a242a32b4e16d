import { BrowserWindow, nativeTheme, screen } from 'electron';

import type { Push } from '../../shared/contract.ts';
import { clampBounds, defaultSize, minimumSize } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { pushChannel } from './channels.ts';
import { createOutbox } from './outbox.ts';
import { pageUrl } from './scheme.ts';
import { readWindowState, writeWindowState } from './windowState.ts';

/** The page's `--back`, for the moment before it has painted. */
const background = { light: '#f3f4f6', dark: '#111316' } as const;

export interface WindowOptions {
  readonly preload: string;
  /** Where the window remembers its place. */
  readonly stateFile: string;
  readonly devTools: boolean;
}

/** The main window, whether it is open at the moment or not. */
export interface MainWindow {
  /** Opens it, or brings it to the front. */
  readonly show: () => void;
  readonly hide: () => void;
  readonly reload: () => void;
  /** Tells its page; kept back while there is none that listens. */
  readonly push: (push: Push) => void;
  /** Its page has begun to listen. */
  readonly listens: () => void;
}

export function createMainWindow(options: WindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  const outbox = createOutbox((push) => window?.webContents.send(pushChannel, push));

  function open(): BrowserWindow {
    const opened = openWindow(options);
    opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) outbox.close();
    });
    opened.once('closed', () => {
      window = null;
      outbox.close();
    });
    return opened;
  }

  return {
    show() {
      if (window === null) window = open();
      else reveal(window);
    },
    hide: () => window?.hide(),
    reload: () => window?.webContents.reload(),
    push: outbox.push,
    listens: outbox.open,
  };
}

/** Opens a window where it stood last. */
function openWindow(options: WindowOptions): BrowserWindow {
  const state = readWindowState(options.stateFile);
  const window = new BrowserWindow({
    ...(state === null ? defaultSize : clampBounds(state.bounds, workAreas())),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Ringside',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  if (state?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
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

function workAreas(): [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}

function remember(window: BrowserWindow, file: string): void {
  try {
    writeWindowState(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  } catch {
    // A full disk must not keep the window from closing; it then opens where it stood before.
  }
}
