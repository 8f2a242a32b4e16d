/** A rectangle in device-independent pixels, as Electron gives and takes it. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 480, height: 360 } as const;
export const defaultSize = { width: 1040, height: 720 } as const;

/**
 * Where a window goes that stood at `saved` when it was closed: wholly inside the screen that shows most of it, or
 * inside the first one when that screen is gone. `workAreas` are the screens without their task bars, primary first.
 */
export function clampBounds(saved: Bounds, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const [primary] = workAreas;
  let area = primary;
  for (const candidate of workAreas) {
    if (overlap(saved, candidate) > overlap(saved, area)) area = candidate;
  }
  const width = Math.min(Math.max(saved.width, minimumSize.width), area.width);
  const height = Math.min(Math.max(saved.height, minimumSize.height), area.height);
  return {
    x: Math.min(Math.max(saved.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(saved.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

/** The size both rectangles share, in square pixels. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(width, 0) * Math.max(height, 0);
}
