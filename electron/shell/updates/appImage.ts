import { spawn } from 'node:child_process';
import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';

import { AppImageUpdater } from 'electron-updater';
import type { InstallOptions } from 'electron-updater/out/BaseUpdater.js';

/**
 * Puts a new AppImage where the old one is, in one step. The library deletes the old one first, and a full disk would leave
 * none; it also gives the file the name of its version, which links and the start at login would not follow.
 */
export class WholeAppImageUpdater extends AppImageUpdater {
  /** @throws what the disk says; the old one is there then */
  protected override doInstall({ isForceRunAfter }: InstallOptions): boolean {
    const present = process.env['APPIMAGE'];
    const fetched = this.installerPath;
    if (present === undefined || fetched === null) return false;
    const draft = `${present}.new`;
    try {
      copyFileSync(fetched, draft);
      chmodSync(draft, 0o755);
      sync(draft);
      renameSync(draft, present);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    // With the flags of this run: its data folder may be one of them.
    if (isForceRunAfter) spawn(present, process.argv.slice(1), { detached: true, stdio: 'ignore' }).unref();
    return true;
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
