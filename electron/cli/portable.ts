import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, posix, win32 } from 'node:path';

import { makeFolder } from '../core/makeFolder.ts';

/** What the folder beside the program is called. */
const folderName = 'Ringside-data';

/** Lies beside a program that was installed on Windows. */
const uninstaller = 'Uninstall Ringside.exe';

/**
 * The folder beside the packaged program: beside the AppImage, beside the bundle on macOS, beside the `.exe`.
 * `execPath` is the file that runs; an AppImage is mounted somewhere else while it does, and says in APPIMAGE where it is.
 */
export function portableDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, execPath: string): string {
  if (platform === 'win32') return win32.join(win32.dirname(execPath), folderName);
  // Ringside.app/Contents/MacOS/Ringside
  if (platform === 'darwin') return posix.join(posix.dirname(execPath), '..', '..', '..', folderName);
  return posix.join(posix.dirname(env['APPIMAGE'] || execPath), folderName);
}

/** Makes the portable folder. Null when all is well, else the sentence that says what to do. */
export function portableProblem(dataDir: string): string | null {
  // Its installer empties the whole folder of the program, at every update.
  if (existsSync(join(dirname(dataDir), uninstaller))) {
    return '--portable is not for an installed Ringside: the next update would delete the data. Use the zip, or --data-dir.';
  }
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return (
      `--portable keeps the data beside the program, but ${dataDir} cannot be written (${reason}). ` +
      'Move the program to a folder of yours, or start it without --portable.'
    );
  }
}
