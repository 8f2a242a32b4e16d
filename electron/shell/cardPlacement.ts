import { assertNever } from '../../shared/assertNever.ts';
import type { Settings } from '../../shared/settings.ts';
import { areaOf, clampBounds } from './bounds.ts';
import type { Bounds, WorkAreas } from './bounds.ts';

/** Wide enough for a long name beside a clock, and for a note. */
export const cardWidth = 380;

/** How far from the edges of the screen the card comes up, until somebody has dragged it. */
const margin = 12;

/** A screen, and what the task bar or menu bar leaves of it. */
export interface Screen {
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

/** Where the cards of a new stack are to stand. `left`: where somebody dragged them to; null while nobody has. */
export function spotFor(
  choice: Settings['cardScreen'],
  left: Bounds | null,
  screens: { readonly primary: Screen; readonly pointer: Screen },
  platform: NodeJS.Platform,
): Bounds {
  switch (choice) {
    case 'remembered':
      return left ?? trayCorner(screens.primary, platform);
    case 'pointer':
    case 'primary':
      return trayCorner(screens[choice], platform);
    default:
      return assertNever(choice);
  }
}

/**
 * Where cards of `size` go that are to stand at `spot`. In the lower half of a screen their lower edge stays where it is
 * and they grow upwards, else downwards; always wholly inside a screen that exists.
 */
export function placeCard(spot: Bounds, size: Size, workAreas: WorkAreas): Bounds {
  const area = areaAt(spot, workAreas);
  const y = isLow(spot, area) ? spot.y + spot.height - size.height : spot.y;
  // A card that is enlarged keeps the edge that is nearer to that of the screen.
  const isRight = spot.x + spot.width / 2 > area.x + area.width / 2;
  const x = isRight ? spot.x + spot.width - size.width : spot.x;
  return clampBounds({ x, y, ...size }, workAreas, size);
}

/** Where a note goes that belongs to the cards at `card`: on that side of them to which they grow. */
export function placeNote(card: Bounds, size: Size, workAreas: WorkAreas): Bounds {
  const y = isLow(card, areaAt(card, workAreas)) ? card.y - size.height : card.y + card.height;
  return clampBounds({ x: card.x + card.width - size.width, y, ...size }, workAreas, size);
}

type Size = Pick<Bounds, 'width' | 'height'>;

/** The screen of a spot, which may have no height. */
function areaAt(spot: Bounds, workAreas: WorkAreas): Bounds {
  return areaOf({ ...spot, height: Math.max(spot.height, 1) }, workAreas);
}

function isLow(spot: Bounds, area: Bounds): boolean {
  return spot.y + spot.height / 2 > area.y + area.height / 2;
}
