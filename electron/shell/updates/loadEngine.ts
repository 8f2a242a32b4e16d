import { app, autoUpdater as squirrel } from 'electron';

import type { UpdateEvent } from './course.ts';
import type { Engine } from './engine.ts';
import type { UpdateSource } from './source.ts';

/** Loads electron-updater, which nobody needs where updates are off, with the part of it that is for this system. */
export async function loadEngine(source: UpdateSource, tell: (event: UpdateEvent) => void): Promise<Engine> {
  const [{ engineOn }, { MacUpdater, NsisUpdater }, { WholeAppImageUpdater }] = await Promise.all([
    import('./engine.ts'),
    import('electron-updater'),
    import('./appImage.ts'),
  ]);
  if (process.platform === 'darwin') {
    const updater = new MacUpdater();
    // macOS has the last word: Squirrel takes the file over, looks at its signature, and ends us.
    const whenReady = (ready: () => void) => void squirrel.once('update-downloaded', ready);
    return engineOn(updater, { whenReady, install: () => updater.quitAndInstall() }, source, tell);
  }
  const updater = process.platform === 'win32' ? new NsisUpdater() : new WholeAppImageUpdater();
  const install = () => {
    // The new version begins before we are gone.
    app.releaseSingleInstanceLock();
    // It could not be put in place: back to this one. An AppImage is not started by the program inside of it.
    if (!updater.install(true, true)) app.relaunch({ execPath: process.env['APPIMAGE'] ?? process.execPath });
    app.quit();
  };
  return engineOn(updater, { whenReady: (ready) => ready(), install }, source, tell);
}
