import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { UpdateSource } from './source.ts';
import type { Installation } from './whyOff.ts';

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
export function installationOf({
  isPackaged,
  isPortable,
  source,
  platform,
  env,
  resources,
}: Surroundings): Installation {
  const has = (file: string) => existsSync(join(resources, file));
  const isSystemPackage = platform === 'linux' && has('package-type');
  // On Linux an AppImage alone can replace itself; what is neither that nor a package of the system is a bare folder.
  const isBare = platform === 'linux' && env['APPIMAGE'] === undefined;
  return {
    isPackaged,
    isPortable: isPortable || isBare,
    isSystemPackage,
    isSigned: source !== null && has('app-update.yml'),
  };
}
