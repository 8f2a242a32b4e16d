import { BrowserWindow, screen } from 'electron';

import { assertNever } from '../../shared/assertNever.ts';
import { readCardMessage } from '../../shared/cardMessage.ts';
import type { CardMessage } from '../../shared/cardMessage.ts';
import type { Opening, Push } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import { isBounds } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { cardWidth, placeCard, spotFor } from './cardPlacement.ts';
import { cardArgument, cardChannel, pushChannel } from './channels.ts';
import { createOutbox } from './outbox.ts';
import { followPage, isTrusted, webPreferences } from './page.ts';
import type { PageOptions } from './page.ts';
import { restartDelayMs } from './restartDelay.ts';
import { cardUrl } from './scheme.ts';
import { workAreas } from './screens.ts';
import { readStateFile, writeStateFile } from './stateFile.ts';
import { background } from './theme.ts';

export interface CardWindowOptions extends PageOptions {
  /** Where the card remembers its place once it was dragged. */
  readonly stateFile: string;
  /** A card's call is to be shown, or a note about it to be written. */
  readonly onOpen: (call: Opening) => void;
}

/** The window of the screen pop. It is there from the start and hidden while no call rings, so that it comes at once. */
export interface CardWindow {
  /** Tells its page; kept back until that listens. */
  readonly push: (push: Push) => void;
  /** Where the next stack of cards comes up. */
  readonly standOn: (choice: Settings['cardScreen']) => void;
  /** Where the cards are, or would come up. */
  readonly bounds: () => Bounds;
  readonly reload: () => void;
  /** Ends it. Nothing else does: it cannot be closed. */
  readonly destroy: () => void;
}

/** To be called once Electron is ready. */
export function createCardWindow(options: CardWindowOptions): CardWindow {
  const window = new BrowserWindow({
    width: cardWidth,
    height: 1,
    title: 'Ringside',
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // Nobody's keyboard is taken, not even by a click. On X11 the window manager never hears of such a window, hence
    // it is in no task bar and no switcher either.
    focusable: false,
    acceptFirstMouse: true,
    ...kindOfWindow[process.platform],
    backgroundColor: background().card,
    // Hidden, the page still measures itself and paints: showing the window is all that is left to do. It rings, too,
    // and nobody clicks in it before the phone does.
    webPreferences: {
      ...webPreferences(options),
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      additionalArguments: [cardArgument],
    },
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  // A panel is above full-screen programs of macOS by itself; to change the kind of process would make the Dock blink.
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  window.on('close', (event) => event.preventDefault());

  const { webContents } = window;
  const outbox = createOutbox((push) => webContents.send(pushChannel, push));
  followPage(webContents, outbox);

  let choice: Settings['cardScreen'] = 'remembered';
  /** Where somebody dragged it to. */
  let left = readStateFile(options.stateFile, isBounds);
  let spot = newSpot();
  /** In CSS pixels, as the page tells it. */
  let height = 0;
  /** Where it stood when the user took hold of it; null while nobody drags it. */
  let held: Bounds | null = null;

  function newSpot(): Bounds {
    const screens = {
      primary: screen.getPrimaryDisplay(),
      pointer: screen.getDisplayNearestPoint(screen.getCursorScreenPoint()),
    };
    return spotFor(choice, left, screens, process.platform);
  }

  /** The page's zoom is that of the main window: the card grows with its letters. */
  function placed(): Bounds {
    const zoom = webContents.getZoomFactor();
    const size = { width: Math.round(cardWidth * zoom), height: Math.ceil(height * zoom) };
    return placeCard(spot, size, workAreas());
  }

  function arrange(): void {
    if (window.isDestroyed()) return;
    if (height === 0) {
      window.hide();
      return;
    }
    if (!window.isVisible()) spot = newSpot();
    if (held === null) window.setBounds(placed());
    if (!window.isVisible()) window.showInactive();
  }

  function hear(message: CardMessage): void {
    switch (message.kind) {
      case 'height':
        height = message.height;
        arrange();
        return;
      case 'drag':
        held ??= window.getBounds();
        spot = {
          ...held,
          x: held.x + Math.round(message.right),
          y: held.y + Math.round(message.down),
        };
        window.setBounds(spot);
        return;
      case 'drop':
        held = null;
        spot = placed();
        arrange();
        // On a screen of the settings' choice it stands there until the cards are gone.
        if (choice !== 'remembered') return;
        left = spot;
        remember(options.stateFile, left);
        return;
      case 'open':
        options.onOpen(message.note ? { ref: message.ref, note: true } : { ref: message.ref });
        return;
      default:
        assertNever(message);
    }
  }

  webContents.ipc.on(cardChannel, (event, value: unknown) => {
    const message = isTrusted(event) ? readCardMessage(value) : null;
    if (message !== null) hear(message);
  });

  let deaths = 0;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    height = 0;
    held = null;
    arrange();
    deaths += 1;
    setTimeout(() => {
      if (!window.isDestroyed()) webContents.reload();
    }, restartDelayMs(deaths));
  });

  screen.on('display-added', arrange);
  screen.on('display-removed', arrange);
  screen.on('display-metrics-changed', arrange);
  void window.loadURL(cardUrl);

  return {
    push: outbox.push,
    standOn(next) {
      choice = next;
    },
    bounds: () => (window.isVisible() ? window.getBounds() : newSpot()),
    reload: () => webContents.reload(),
    destroy: () => window.destroy(),
  };
}

/** The kind of window that each system leaves out of its switcher and keeps the keyboard away from. */
const kindOfWindow: Partial<Record<NodeJS.Platform, { readonly type: string }>> = {
  darwin: { type: 'panel' },
  win32: { type: 'toolbar' },
  linux: { type: 'notification' },
};

function remember(file: string, spot: Bounds): void {
  try {
    writeStateFile(file, spot);
  } catch {
    // A full disk: the card stays where it is until Ringside ends.
  }
}
