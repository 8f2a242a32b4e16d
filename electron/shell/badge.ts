import { app, nativeImage } from 'electron';
import type { BrowserWindow } from 'electron';

import { fill } from '../../shared/words/fill.ts';
import type { Words } from '../../shared/words/words.ts';
import { badgeDrawing } from './badgeDrawing.ts';
import { paint } from './raster.ts';

/** Large enough for the task bar of a screen at double size. */
const size = 32;

/** Puts the number of people to call back on the program's icon. Windows has it on the window's button instead, with words. */
export function showBadge(people: number, window: BrowserWindow | null, words: Words): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(people);
    return;
  }
  if (people === 0) {
    window?.setOverlayIcon(null, '');
    return;
  }
  const icon = nativeImage.createFromBitmap(paint(badgeDrawing(people), size), { width: size, height: size });
  window?.setOverlayIcon(icon, fill(words.shell.tray.callBack, { people: String(people) }));
}
