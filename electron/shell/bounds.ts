/** A rectangle in device-independent pixels, as Electron gives and takes it. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of the main window. */
export const minimumSize = { width: 480, height: 360 } as const;
export const defaultSize = { width: 1040, height: 720 } as const;

/** The screens without their task bars, primary first. */
export type WorkAreas = readonly [Bounds, ...Bounds[]];

/**
 * Where a window goes that stood at `saved` when it was closed: wholly inside the screen that shows most of it, or
 * inside the first one when that screen is gone. Never smaller than `minimum`, unless the screen is.
 */
export function clampBounds(saved: Bounds, workAreas: WorkAreas, minimum: Pick<Bounds, 'width' | 'height'>): Bounds {
  const area = areaOf(saved, workAreas);
  const width = Math.min(Math.max(saved.width, minimum.width), area.width);
  const height = Math.min(Math.max(saved.height, minimum.height), area.height);
  return {
    x: Math.min(Math.max(saved.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(saved.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

/** The screen that shows most of a rectangle; the first one when none shows anything of it. */
export function areaOf(bounds: Bounds, workAreas: WorkAreas): Bounds {
  let area = workAreas[0];
  for (const candidate of workAreas) {
    if (overlap(bounds, candidate) > overlap(bounds, area)) area = candidate;
  }
  return area;
}

/** Whether a value that was read from somewhere is a rectangle of whole numbers. */
export function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(record[side]));
}

/** The size both rectangles share, in square pixels. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(width, 0) * Math.max(height, 0);
}
