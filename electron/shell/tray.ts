import { Menu, nativeImage, Tray } from 'electron';
import type { MenuItemConstructorOptions, NativeImage } from 'electron';

import type { Us } from '../../shared/call.ts';
import type { Overview } from './overview.ts';
import { quietNowUntilUs } from './quietHours.ts';
import type { Speech } from './speech.ts';
import { trayIcon } from './trayIcon.ts';
import { trayMenu } from './trayMenu.ts';
import type { TrayAction, TrayEntry } from './trayMenu.ts';
import { trayStateOf } from './trayState.ts';
import type { TrayState } from './trayState.ts';

/** What is longer than this, a timer takes for nothing. */
const longestTimerMs = 2 ** 31 - 1;

/** Ringside's place in the bar of the system. */
export interface AppTray {
  readonly show: (overview: Overview) => void;
  readonly destroy: () => void;
}

/** To be called once Electron is ready. */
export function createTray(speech: Speech, act: (action: TrayAction) => void): AppTray {
  const tray = new Tray(nativeImage.createEmpty());
  // On macOS a click opens the menu, as everybody expects there.
  if (process.platform !== 'darwin') tray.on('click', () => act({ kind: 'show' }));
  /** Those drawn so far: to draw one holds everything else up for as long as a card takes to come up. */
  const icons = new Map<TrayState, NativeImage>();
  let shown = '';
  let quietEnds: NodeJS.Timeout | undefined;

  function iconOf(state: TrayState): NativeImage {
    const icon = icons.get(state) ?? trayIcon(state, process.platform);
    icons.set(state, icon);
    return icon;
  }

  const time = (atUs: Us) => {
    const at = new Date(atUs / 1000);
    const isToday = at.toDateString() === new Date().toDateString();
    return at.toLocaleString(speech.locale(), { ...(isToday ? {} : { dateStyle: 'short' }), timeStyle: 'short' });
  };

  function show(overview: Overview): void {
    const nowUs = Date.now() * 1000;
    const { state, words } = trayStateOf(overview, nowUs, time, speech.words());
    const entries = trayMenu(overview, words, nowUs, time, speech.words());
    // A menu that is set anew closes under the pointer of whoever has it open.
    const asText = JSON.stringify([state, entries]);
    if (asText !== shown) {
      shown = asText;
      tray.setImage(iconOf(state));
      tray.setToolTip(`Ringside – ${words}`);
      tray.setContextMenu(Menu.buildFromTemplate(entries.map((entry) => itemOf(entry, act))));
    }
    clearTimeout(quietEnds);
    const untilUs = quietNowUntilUs(overview.settings, nowUs);
    if (untilUs !== null) {
      quietEnds = setTimeout(() => show(overview), Math.min((untilUs - nowUs) / 1000 + 1, longestTimerMs));
    }
  }

  return {
    show,
    destroy() {
      clearTimeout(quietEnds);
      tray.destroy();
    },
  };
}

function itemOf(entry: TrayEntry, act: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'menu':
      return { label: entry.label, submenu: entry.entries.map((inner) => itemOf(inner, act)) };
    case 'line': {
      const { action } = entry;
      // An ampersand would underline the letter behind it, and callers choose their names.
      const label = entry.label.replaceAll('&', '&&');
      return action === null ? { label, enabled: false } : { label, click: () => act(action) };
    }
  }
}
