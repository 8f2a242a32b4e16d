import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type ElectronBinary =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'absent'; readonly reason: string };

/** Enough for 110 MB over a slow line. A network that answers nothing gives up by itself after ten seconds. */
const downloadMs = 180_000;

/**
 * Finds the program of the npm package `electron`, and has the package download it when it is not there yet: npm
 * installs the package without it. `ELECTRON_OVERRIDE_DIST_PATH` names a folder that holds another one.
 */
export async function findElectron(): Promise<ElectronBinary> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const path = join(override, programName);
    return existsSync(path) ? { kind: 'found', path } : { kind: 'absent', reason: `there is no ${path}` };
  }
  let folder: string;
  try {
    folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return { kind: 'absent', reason: 'the package is not installed' };
  }
  if (installed(folder) === null) {
    process.stderr.write('Downloading Electron (about 110 MB, this once)…\n');
    const reason = await download(folder);
    if (reason !== null) return { kind: 'absent', reason };
  }
  const path = installed(folder);
  return path === null ? { kind: 'absent', reason: 'the download held no program' } : { kind: 'found', path };
}

const programName =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? join('Electron.app', 'Contents', 'MacOS', 'Electron')
      : 'electron';

/** The program inside the package's folder; the package writes its name into `path.txt` last of all. */
function installed(folder: string): string | null {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Runs the package's own installer. Resolves with the reason when it did not work, or null. */
function download(folder: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, 'install.js')], { timeout: downloadMs }, (error, _stdout, stderr) => {
      if (error === null) resolve(null);
      else if (error.killed === true) resolve(`not done within ${downloadMs / 60_000} minutes`);
      else
        resolve(
          stderr
            .trim()
            .split('\n')[0]
            ?.replace(/^\w*Error: /, '') || error.message,
        );
    });
  });
}
