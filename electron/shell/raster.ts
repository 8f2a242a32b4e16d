/** Whether a point of a drawing belongs to a shape. A drawing is the square from 0 to 16 both ways. */
export type Shape = (x: number, y: number) => boolean;

/** Red, green, blue: 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** Shapes one above the other, the lowest first. */
export type Drawing = readonly { readonly shape: Shape; readonly colour: Colour }[];

/** Samples of a pixel, both ways: enough for smooth edges at the size of a tray. */
const samples = 4;

/** Paints a drawing into `size` × `size` pixels: blue, green, red, alpha, as Electron's bitmaps have them. */
export function paint(drawing: Drawing, size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const step = 16 / size;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let [red, green, blue, covered] = [0, 0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = (column + ((sample % samples) + 0.5) / samples) * step;
        const y = (row + (Math.floor(sample / samples) + 0.5) / samples) * step;
        const colour = drawing.findLast(({ shape }) => shape(x, y))?.colour;
        if (colour === undefined) continue;
        red += colour[0];
        green += colour[1];
        blue += colour[2];
        covered += 1;
      }
      if (covered === 0) continue;
      // Electron's bitmaps hold colours already multiplied by their alpha.
      const share = 1 / (samples * samples);
      pixels.set(
        [blue * share, green * share, red * share, covered * share * 255].map(Math.round),
        (row * size + column) * 4,
      );
    }
  }
  return pixels;
}

export function disc(cx: number, cy: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) <= radius;
}

/** A stroke with round ends. */
export function stroke(x1: number, y1: number, x2: number, y2: number, width: number): Shape {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  return (x, y) => {
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= width / 2;
  };
}

/** A part of a ring. Angles in degrees, clockwise from the right. */
export function arc(cx: number, cy: number, radius: number, from: number, to: number, width: number): Shape {
  return (x, y) => {
    const angle = ((Math.atan2(y - cy, x - cx) * 180) / Math.PI - from + 720) % 360;
    return angle <= to - from && Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2;
  };
}

export function both(one: Shape, other: Shape): Shape {
  return (x, y) => one(x, y) || other(x, y);
}

export function without(one: Shape, other: Shape): Shape {
  return (x, y) => one(x, y) && !other(x, y);
}
