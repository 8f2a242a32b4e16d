import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { app } from 'electron';

/**
 * Takes the lock of a data folder, so that one Ringside works in it. False when another one holds it; that one then
 * hears `onSecondStart`. Electron's lock belongs to its own folder, hence that one moves into the data folder.
 */
export function lockDataDir(dataDir: string, onSecondStart: () => void): boolean {
  const folder = join(dataDir, 'electron');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.on('second-instance', onSecondStart);
  return app.requestSingleInstanceLock();
}
