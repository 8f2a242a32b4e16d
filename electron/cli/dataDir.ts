import { posix, win32 } from 'node:path';

/** The folder where this system keeps what a program remembers, and Ringside's part of it. */
export function defaultDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Ringside');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Ringside');
  }
  return posix.join(configHome(env) ?? posix.join(home, '.config'), 'Ringside');
}

/** The XDG base directory specification: a relative path is to be ignored. */
function configHome(env: NodeJS.ProcessEnv): string | undefined {
  const folder = env['XDG_CONFIG_HOME'];
  return folder !== undefined && posix.isAbsolute(folder) ? folder : undefined;
}
