import { nativeImage } from 'electron';
import type { NativeImage } from 'electron';

import { paint } from './raster.ts';
import type { Drawing } from './raster.ts';
import { trayDrawing } from './trayDrawing.ts';
import type { TrayState } from './trayState.ts';

/** The tray's icon, at single and double size. */
export function trayIcon(state: TrayState, platform: NodeJS.Platform): NativeImage {
  const drawing = trayDrawing(state, platform);
  const icon = nativeImage.createEmpty();
  const base = platform === 'linux' ? 24 : 16;
  for (const scaleFactor of [1, 2]) {
    const size = base * scaleFactor;
    icon.addRepresentation({ scaleFactor, width: size, height: size, buffer: pngOf(drawing, size) });
  }
  icon.setTemplateImage(platform === 'darwin');
  return icon;
}

/** As PNG, for `addRepresentation` then knows how the pixels are to be read. */
function pngOf(drawing: Drawing, size: number): Buffer {
  return nativeImage.createFromBitmap(paint(drawing, size), { width: size, height: size }).toPNG();
}
