import { app } from 'electron';

import { assertNever } from '../../shared/assertNever.ts';
import type { Opening } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import { askCore } from './askCore.ts';
import type { Core } from './coreSupervisor.ts';
import { keyTargets } from './keyTargets.ts';
import type { KeyTargets } from './keyTargets.ts';
import { createLoginItem } from './loginItem.ts';
import { setMenu } from './menu.ts';
import type { NoteWindow } from './noteWindow.ts';
import { watchOverview } from './overview.ts';
import type { Overview } from './overview.ts';
import { quietUntilUs } from './quietHours.ts';
import { createShortcuts } from './shortcuts.ts';
import type { ShortcutName } from './shortcuts.ts';
import type { Speech } from './speech.ts';
import { applyTheme } from './theme.ts';
import { createTray } from './tray.ts';
import type { TrayAction } from './trayMenu.ts';
import type { MainWindow } from './window.ts';

export interface OutsideOptions {
  readonly core: Pick<Core, 'request'>;
  readonly window: MainWindow;
  /** Opens a call in the main window. */
  readonly open: (call: Opening) => void;
  readonly note: Pick<NoteWindow, 'prepare' | 'open'>;
  /** The settings in force, whenever they may be others. */
  readonly onSettings: (settings: Settings) => void;
  readonly warn: (words: string) => void;
  readonly speech: Speech;
}

/** Ringside outside its windows: tray, badge, menu, global shortcuts, start at login, and the theme of the system's parts. */
export interface Outside {
  /** Something has changed: reads it again. */
  readonly refresh: () => void;
  readonly destroy: () => void;
}

/** The keys that only work while there is a call for them. */
const aboutCalls = ['dismiss', 'silence', 'note'] as const;

/** To be called once Electron is ready. */
export function createOutside({ core, window, open, note, onSettings, warn, speech }: OutsideOptions): Outside {
  const tray = createTray(speech, act);
  const shortcuts = createShortcuts(press, warn);
  const loginItem = createLoginItem(warn);
  let isOver = false;
  setMenu(speech.words().shell.menu);

  function show(overview: Overview): void {
    // Read while Ringside was already coming to its end.
    if (isOver) return;
    if (overview.settings !== null && speech.follow(overview.settings.language)) setMenu(speech.words().shell.menu);
    tray.show(overview);
    window.badge(overview.toCallBack);
    const targets = keyTargets(overview.pops);
    shortcuts.hold(['show', 'mask', ...aboutCalls.filter((name) => targets[name] !== null)]);
    if (targets.note !== null) note.prepare();
    if (overview.settings === null) return;
    onSettings(overview.settings);
    applyTheme(overview.settings.theme);
    loginItem.follow(overview.settings.startAtLogin, overview.held.startAtLogin !== undefined);
  }

  function press(name: ShortcutName): void {
    switch (name) {
      case 'show':
        window.show();
        return;
      case 'mask':
        void toggleMask();
        return;
      case 'dismiss':
      case 'silence':
        void withTarget(name, (ref) => core.request(`pops.${name}`, ref));
        return;
      case 'note':
        void withTarget(name, note.open);
        return;
      default:
        assertNever(name);
    }
  }

  /** The overview lags behind: a key that is pressed twice is about another call the second time. */
  async function withTarget(name: keyof KeyTargets, deed: (ref: string) => unknown): Promise<void> {
    const ref = keyTargets((await askCore(core, 'pops.list', undefined)) ?? [])[name];
    if (ref !== null) deed(ref);
  }

  async function toggleMask(): Promise<void> {
    const view = await askCore(core, 'settings.get', undefined);
    if (view?.held.masked === undefined && view !== null)
      void core.request('settings.change', { masked: !view.settings.masked });
  }

  function act(action: TrayAction): void {
    switch (action.kind) {
      case 'show':
        window.show();
        return;
      case 'open':
        open({ ref: action.ref });
        return;
      case 'quiet': {
        const doNotDisturbUntilUs = action.span === null ? null : quietUntilUs(action.span, Date.now() * 1000);
        void core.request('settings.change', { doNotDisturbUntilUs });
        return;
      }
      case 'quit':
        app.quit();
        return;
      default:
        assertNever(action);
    }
  }

  return {
    refresh: watchOverview(core, show),
    destroy() {
      isOver = true;
      tray.destroy();
      shortcuts.hold([]);
    },
  };
}
