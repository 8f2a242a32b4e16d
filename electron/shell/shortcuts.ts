import { globalShortcut } from 'electron';

/** Keys that work whichever program has the keyboard. */
const accelerators = {
  /** Shows the window. */
  show: 'CommandOrControl+Alt+Shift+R',
  /** Takes the card in front away, for a window that never has the keyboard hears no Esc. */
  dismiss: 'CommandOrControl+Alt+Shift+D',
  /** Lets the phone ring on without the computer. */
  silence: 'CommandOrControl+Alt+Shift+S',
  /** Begins a note about the call that I am in, or that is just over. */
  note: 'CommandOrControl+Alt+Shift+N',
  /** Hides names and numbers, for a screen that others see, or shows them again. */
  mask: 'CommandOrControl+Alt+Shift+H',
} as const;
export type ShortcutName = keyof typeof accelerators;

export interface Shortcuts {
  /** Has these keys to itself from now on, and leaves all others to other programs. */
  readonly hold: (names: readonly ShortcutName[]) => void;
}

/**
 * A key that cannot be had is told to `warn` once and left: another program has it, or the desktop gives none. On a
 * Wayland desktop, by way of XWayland, they work only while a program of X has the keyboard.
 */
export function createShortcuts(act: (name: ShortcutName) => void, warn: (words: string) => void): Shortcuts {
  const held = new Set<ShortcutName>();
  const refused = new Set<ShortcutName>();

  function take(name: ShortcutName): void {
    const accelerator = accelerators[name];
    if (held.has(name) || refused.has(name)) return;
    if (globalShortcut.register(accelerator, () => act(name))) {
      held.add(name);
      return;
    }
    refused.add(name);
    warn(`The shortcut ${accelerator} cannot be had: another program or the desktop has it.`);
  }

  return {
    hold(names) {
      for (const name of held) {
        if (names.includes(name)) continue;
        globalShortcut.unregister(accelerators[name]);
        held.delete(name);
      }
      names.forEach(take);
    },
  };
}
