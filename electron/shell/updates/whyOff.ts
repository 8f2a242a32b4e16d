import type { UpdatesOffReason } from '../../../shared/updates.ts';

/** What this installation of Ringside is. */
export interface Installation {
  readonly isPackaged: boolean;
  /** It keeps its data beside the program, or is a bare folder: nobody installed it. */
  readonly isPortable: boolean;
  /** A deb or rpm brought it. */
  readonly isSystemPackage: boolean;
  /** It knows by which key to tell who made a newer version. */
  readonly isSigned: boolean;
}

/** Why no newer version is looked for; null when one is. What can never be otherwise comes first. */
export function whyOff(installation: Installation, setting: 'automatic' | 'off'): UpdatesOffReason | null {
  if (!installation.isPackaged) return 'sources';
  if (installation.isSystemPackage) return 'package-manager';
  if (installation.isPortable) return 'portable';
  if (!installation.isSigned) return 'unsigned';
  return setting === 'off' ? 'setting' : null;
}
