import { Menu, nativeImage, Tray } from 'electron';
import type { MenuItemConstructorOptions, NativeImage } from 'electron';

import type { Us } from '../../shared/call.ts';
import { readMachineTimeZone } from '../core/machineTimeZone.ts';
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

/**
 * In ms. So long a change waits for others before the menu is made anew: one that is set closes under the pointer of whoever
 * has it open, and Electron on Linux never gives the former one's memory back (6 kB; a call changes the menu three times).
 */
const menuPauseMs = 2000;

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
  let formats = formatsIn(speech.locale());
  /** Those drawn so far: to draw one holds everything else up for as long as a card takes to come up. */
  const icons = new Map<TrayState, NativeImage>();
  let shown = '';
  /** What the menu says, and what it is to say. */
  let menuShown = '';
  let menuEntries: readonly TrayEntry[] = [];
  let menuDue: NodeJS.Timeout | undefined;
  let quietEnds: NodeJS.Timeout | undefined;

  function iconOf(state: TrayState): NativeImage {
    const icon = icons.get(state) ?? trayIcon(state, process.platform);
    icons.set(state, icon);
    return icon;
  }

  function setMenu(): void {
    menuDue = undefined;
    const asText = JSON.stringify(menuEntries);
    if (asText === menuShown) return;
    menuShown = asText;
    tray.setContextMenu(Menu.buildFromTemplate(menuEntries.map((entry) => itemOf(entry, act))));
  }

  const time = (atUs: Us) => {
    const at = new Date(atUs / 1000);
    return (at.toDateString() === new Date().toDateString() ? formats.timeOfDay : formats.dayAndTime).format(at);
  };

  function show(overview: Overview): void {
    readMachineTimeZone();
    // A format keeps the zone and the language that it was made in.
    if (new Date().getTimezoneOffset() !== formats.offset || speech.locale() !== formats.locale) {
      formats = formatsIn(speech.locale());
    }
    const nowUs = Date.now() * 1000;
    const { state, words } = trayStateOf(overview, nowUs, time, speech.words());
    const entries = trayMenu(overview, words, nowUs, time, speech.words());
    if (shown !== `${state} ${words}`) {
      shown = `${state} ${words}`;
      tray.setImage(iconOf(state));
      tray.setToolTip(`Ringside – ${words}`);
    }
    menuEntries = entries;
    if (menuShown === '') setMenu();
    else menuDue ??= setTimeout(setMenu, menuPauseMs);
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
      clearTimeout(menuDue);
      tray.destroy();
    },
  };
}

function formatsIn(locale: string) {
  return {
    locale,
    offset: new Date().getTimezoneOffset(),
    timeOfDay: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
    dayAndTime: new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }),
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
