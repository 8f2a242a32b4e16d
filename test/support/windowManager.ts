import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, vi } from 'vitest';

import { end, isInstalled } from './desktop.ts';
import type { Desktop } from './desktop.ts';

/** A desktop with a window manager and, beside Ringside, a window in which somebody takes notes. */
export interface ManagedDesktop {
  /** Gives the keyboard to the notes. */
  focusNotes(): Promise<void>;
  /** All that has been typed into the notes: whole lines. */
  notes(): string;
  /** Types into whichever window has the keyboard, one key after the other. */
  type(text: string): Promise<void>;
  /** Presses at one place of the screen and lets go at another. */
  drag(from: Point, to: Point): Promise<void>;
  click(at: Point): Promise<void>;
  /** Presses a key together with its modifiers, such as `ctrl+alt+shift+r`. */
  press(keys: string): Promise<void>;
  /** The title of the window that has the keyboard. */
  focused(): Promise<string>;
  /** The titles of the windows that the window manager knows: what a task bar or switcher can show. */
  managed(): Promise<readonly string[]>;
  /** Whether a window, by its title, is of a kind that task bars leave out. */
  skipsTaskBar(title: string): Promise<boolean>;
  /** Closes a window as its user does, by its title. */
  closeWindow(title: string): Promise<void>;
  close(): Promise<void>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Only a hang ends a wait. */
const patience = { timeout: 15_000 };

const programs = ['openbox', 'xterm', 'xdotool', 'xprop'];

/** What is missing for a managed desktop; null when nothing is. */
export function missingForWindows(): string | null {
  if (process.platform !== 'linux') return 'only Linux has a desktop of the test’s own';
  const missing = programs.filter((program) => !isInstalled(program));
  return missing.length === 0 ? null : `${missing.join(', ')} not installed`;
}

/** Opens a window manager and the notes. */
export async function manageWindows(desktop: Desktop): Promise<ManagedDesktop> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-notes-'));
  const typed = join(folder, 'notes');
  const env = { ...process.env, ...desktop.env };
  const run = async (program: string, ...words: string[]) =>
    (await promisify(execFile)(program, words, { env })).stdout;
  const start = (program: string, ...words: string[]): ChildProcess => spawn(program, words, { env, stdio: 'ignore' });
  const key = async (...words: string[]) => void (await run('xdotool', ...words));
  const focused = async () => (await run('xdotool', 'getwindowfocus', 'getwindowname').catch(() => '')).trim();

  const manager = start('openbox', '--sm-disable');
  await vi.waitFor(
    async () => expect(await run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK')).toContain('window id'),
    patience,
  );
  const terminal = start(
    'xterm',
    '-T',
    'notes',
    '-geometry',
    '60x10+10+10',
    '-e',
    'sh',
    '-c',
    'exec cat > "$0"',
    typed,
  );
  await vi.waitFor(() => run('xdotool', 'search', '--name', '^notes$'), patience);
  await vi.waitFor(() => readFileSync(typed), patience);

  const at = ({ x, y }: Point) => ['mousemove', String(Math.round(x)), String(Math.round(y))];
  return {
    async focusNotes() {
      await key('search', '--name', '^notes$', 'windowactivate');
      await expect.poll(focused).toBe('notes');
    },
    notes: () => readFileSync(typed, 'utf8'),
    type: (text) => key('type', '--delay', '15', text),
    press: (keys) => key('key', keys),
    async drag(from, to) {
      await key(...at(from), 'mousedown', '1');
      // In steps, as a hand does: what jumps may be taken for a click.
      for (let step = 1; step <= 10; step += 1) {
        await key(...at({ x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 }));
      }
      await key('mouseup', '1');
    },
    click: (point) => key(...at(point), 'click', '1'),
    focused,
    async managed() {
      const list = await run('xprop', '-root', '_NET_CLIENT_LIST');
      const ids = list.match(/0x[0-9a-f]+/g) ?? [];
      return Promise.all(ids.map(async (id) => (await run('xdotool', 'getwindowname', id).catch(() => '')).trim()));
    },
    async skipsTaskBar(title) {
      const id = (await run('xdotool', 'search', '--onlyvisible', '--name', title)).trim();
      return /SKIP_TASKBAR|TYPE_TOOLBAR/.test(await run('xprop', '-id', id, '_NET_WM_STATE', '_NET_WM_WINDOW_TYPE'));
    },
    async closeWindow(title) {
      await key('search', '--name', title, 'windowactivate');
      await expect.poll(focused).toContain(title);
      // The window manager asks it to close; `windowclose` would end its connection.
      await key('key', 'alt+F4');
    },
    async close() {
      await end(terminal);
      await end(manager);
      rmSync(folder, { recursive: true });
    },
  };
}
