import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { UpdateSource } from './source.ts';
import type { Installation } from './whyOff.ts';

/** Lies beside a program that was installed on Windows, and not beside one out of a zip. */
const uninstaller = 'Uninstall Ringside.exe';

interface Surroundings {
  readonly isPackaged: boolean;
  readonly isPortable: boolean;
  readonly source: UpdateSource | null;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Where electron-builder leaves what it knows of the package. */
  readonly resources: string;
}

/** What this Ringside is, by what lies beside it. */
export function installationOf(surroundings: Surroundings): Installation {
  const { isPackaged, isPortable, source, platform, env, resources } = surroundings;
  const has = (file: string) => existsSync(join(resources, file));
  // On Linux an AppImage alone can replace itself. It goes by its variable: electron-builder makes all packages of a system
  // from one folder, and `package-type`, which it writes for deb and rpm, may get into the AppImage as well.
  const isElse = platform === 'linux' && env['APPIMAGE'] === undefined;
  const isUnzipped = platform === 'win32' && !existsSync(join(dirname(resources), uninstaller));
  const isSystemPackage = isElse && (has('package-type') || !isWritable(resources));
  return {
    isPackaged,
    isPortable: isPortable || isUnzipped || (isElse && !isSystemPackage),
    isSystemPackage,
    isSigned: source !== null && has('app-update.yml'),
  };
}

/** What the system has installed belongs to nobody who works with it. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
