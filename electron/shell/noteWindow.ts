import { BrowserWindow } from 'electron';

import type { Opening, Push } from '../../shared/contract.ts';
import type { Bounds } from './bounds.ts';
import { cardWidth, placeNote } from './cardPlacement.ts';
import { noteArgument, noteDoneChannel, pushChannel } from './channels.ts';
import { createOutbox } from './outbox.ts';
import { followPage, isTrusted, webPreferences } from './page.ts';
import type { PageOptions } from './page.ts';
import { noteUrl } from './scheme.ts';
import { workAreas } from './screens.ts';
import { background } from './theme.ts';

/** In CSS pixels; the rest can be scrolled, or the window made larger. */
const size = { width: cardWidth, height: 188 } as const;

export interface NoteWindowOptions extends PageOptions {
  /** Where the cards are, or would come up. */
  readonly card: () => Bounds;
  /** The window has failed: the note is to be written in the main window. */
  readonly onFailure: (call: Opening) => void;
}

/**
 * A small window to write a note in, beside the cards: those never have the keyboard. It comes up by the user's own act
 * alone, and when it goes, the program that had the keyboard before has it again.
 */
export interface NoteWindow {
  /** There is something to note: makes the window ready, so that it comes at once. */
  readonly prepare: () => void;
  readonly open: (ref: string) => void;
  /** Tells its page, if there is one. */
  readonly push: (push: Push) => void;
  readonly reload: () => void;
  readonly destroy: () => void;
}

/** To be called once Electron is ready. */
export function createNoteWindow(options: NoteWindowOptions): NoteWindow {
  let made: Note | null = null;
  /** The call that it is open for, by ref. */
  let openFor: string | null = null;

  function make(): Note {
    const note = makeNote(options, () => {
      openFor = null;
    });
    note.window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      const ref = openFor;
      made = null;
      note.window.destroy();
      if (ref !== null) options.onFailure({ ref, note: true });
    });
    return note;
  }

  async function open(ref: string): Promise<void> {
    const { window, push, ready } = (made ??= make());
    openFor = ref;
    push({ name: 'open', value: { ref, note: true } });
    await ready;
    // Closed, or gone, before it was there.
    if (openFor !== ref || window.isDestroyed()) return;
    if (!window.isVisible()) {
      const zoom = window.webContents.getZoomFactor();
      const zoomed = { width: Math.round(size.width * zoom), height: Math.round(size.height * zoom) };
      window.setBounds(placeNote(options.card(), zoomed, workAreas()));
    }
    window.show();
    window.focus();
  }

  return {
    prepare() {
      made ??= make();
    },
    open: (ref) => void open(ref),
    push: (push) => made?.push(push),
    reload: () => made?.window.webContents.reload(),
    destroy: () => made?.window.destroy(),
  };
}

interface Note {
  readonly window: BrowserWindow;
  readonly push: (push: Push) => void;
  /** Its page has been painted. */
  readonly ready: Promise<void>;
}

function makeNote(options: NoteWindowOptions, onClosed: () => void): Note {
  const window = new BrowserWindow({
    ...size,
    title: 'Ringside',
    show: false,
    frame: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // A panel of macOS takes the keyboard and leaves the other program in front; elsewhere no task bar shows a tool bar.
    type: process.platform === 'darwin' ? 'panel' : 'toolbar',
    backgroundColor: background().card,
    webPreferences: { ...webPreferences(options), backgroundThrottling: false, additionalArguments: [noteArgument] },
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });

  const { webContents } = window;
  const outbox = createOutbox((push) => webContents.send(pushChannel, push));
  followPage(webContents, outbox);
  const ready = new Promise<void>((resolve) => window.once('ready-to-show', resolve));

  function close(): void {
    onClosed();
    // Windows gives the keyboard to the program behind only for a window that lets go of it.
    if (process.platform === 'win32') window.blur();
    window.hide();
  }
  window.on('close', (event) => {
    event.preventDefault();
    close();
  });
  webContents.ipc.on(noteDoneChannel, (event) => {
    if (isTrusted(event)) close();
  });
  void window.loadURL(noteUrl);
  return { window, push: outbox.push, ready };
}
