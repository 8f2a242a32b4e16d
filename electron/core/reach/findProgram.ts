import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where programs are that the path of a program with windows does not name. */
const besides = {
  darwin: ['/opt/homebrew/bin', '/usr/local/bin'],
  linux: ['/usr/local/bin', '/snap/bin'],
  win32: ['C:\\Windows\\System32\\OpenSSH', 'C:\\Program Files\\cloudflared', 'C:\\Program Files (x86)\\cloudflared'],
};

/**
 * The absolute path of a program; null when it is not there or may not be run.
 *
 * @param name as on the command line, without `.exe`
 * @param named where the user says that it is; empty to look for it
 */
export function findProgram(name: string, named = ''): string | null {
  if (named !== '') return isAbsolute(named) && canBeRun(named) ? named : null;
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  const known = process.platform in besides ? besides[process.platform as keyof typeof besides] : [];
  return [...onPath, ...known].map((folder) => join(folder, file)).find(canBeRun) ?? null;
}

function canBeRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
