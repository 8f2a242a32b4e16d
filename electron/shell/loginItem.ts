import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { app } from 'electron';

import { autostartEntry } from './autostartEntry.ts';

/** Follows the setting that has Ringside start when its user logs in. */
export interface LoginItem {
  readonly follow: (wanted: boolean, isHeld: boolean) => void;
}

export function createLoginItem(warn: (words: string) => void): LoginItem {
  let last: boolean | null = null;
  return {
    follow(wanted, isHeld) {
      // Off at the start is nobody's wish, unless the organisation's: a Ringside with another data folder may have been told otherwise.
      const isNews = last === null ? wanted || isHeld : wanted !== last;
      last = wanted;
      if (!isNews) return;
      try {
        apply(wanted);
      } catch (error) {
        warn(`Ringside could not be ${wanted ? 'added to' : 'taken from'} what starts at login: ${String(error)}`);
      }
    },
  };
}

/** Whether the system started this run at login, and nobody asked to see a window. */
export function startedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

function apply(wanted: boolean): void {
  // Run from its sources, Ringside is an argument of Electron.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const same = process.argv.filter((argument) => /^--(ozone-platform=.*|portable)$/.test(argument));
  const args = [...same, ...(app.isPackaged ? [] : [app.getAppPath()]), '--hidden'];
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, path: program, args });
    return;
  }
  const folder = join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'ringside.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, autostartEntry([program, ...args]));
}
