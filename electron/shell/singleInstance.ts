import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { app } from 'electron';

/** What a start of Ringside asks for, the second as well as the first. */
export interface StartWish {
  /** Without opening the window. */
  readonly hidden: boolean;
  /** The call to open; null for none. */
  readonly openRef: string | null;
}

/**
 * Takes the lock of a data folder, so that one Ringside works in it. False when another one holds it; that one then
 * hears the `wish` as `onSecondStart`. Electron's lock belongs to its own folder, hence that one moves into the data
 * folder.
 */
export function lockDataDir(dataDir: string, wish: StartWish, onSecondStart: (wish: StartWish) => void): boolean {
  const folder = join(dataDir, 'electron');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.on('second-instance', (_event, _argv, _folder, other) => onSecondStart(readWish(other)));
  return app.requestSingleInstanceLock({ ...wish });
}

/** Another version of Ringside may have sent it. */
function readWish(value: unknown): StartWish {
  if (typeof value !== 'object' || value === null) return { hidden: false, openRef: null };
  const { hidden, openRef } = value as Readonly<Record<string, unknown>>;
  return { hidden: hidden === true, openRef: typeof openRef === 'string' ? openRef : null };
}
