import { areaOf, clampBounds } from './bounds.ts';
import type { Bounds, WorkAreas } from './bounds.ts';

/** Wide enough for a long name beside a clock. */
export const cardWidth = 380;

/** How far from the edges of the screen the card comes up, until somebody has dragged it. */
const margin = 12;

/** A screen, and what the task bar or menu bar leaves of it. */
interface Screen {
  readonly bounds: Bounds;
  readonly workArea: Bounds;
}

/** The corner where the tray is, or as good as: below a bar at the top, otherwise above whatever is at the bottom. */
export function trayCorner({ bounds, workArea }: Screen, platform: NodeJS.Platform): Bounds {
  const barAbove = workArea.y - bounds.y;
  const barBelow = bounds.y + bounds.height - workArea.y - workArea.height;
  const isTop = platform === 'darwin' || barAbove > barBelow;
  return {
    x: workArea.x + workArea.width - cardWidth - margin,
    y: isTop ? workArea.y + margin : workArea.y + workArea.height - margin,
    width: cardWidth,
    height: 0,
  };
}

/**
 * Where cards of `height` go that are to stand at `spot`. In the lower half of a screen their lower edge stays where it
 * is and they grow upwards, else downwards; always wholly inside a screen that exists.
 */
export function placeCard(spot: Bounds, height: number, workAreas: WorkAreas): Bounds {
  const area = areaOf({ ...spot, height: Math.max(spot.height, 1) }, workAreas);
  const isLow = spot.y + spot.height / 2 > area.y + area.height / 2;
  const y = isLow ? spot.y + spot.height - height : spot.y;
  return clampBounds({ x: spot.x, y, width: cardWidth, height }, workAreas, { width: cardWidth, height: 1 });
}
