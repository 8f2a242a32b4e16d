import { arc, both, disc, stroke, without } from './raster.ts';
import type { Colour, Drawing, Shape } from './raster.ts';
import type { TrayState } from './trayState.ts';

const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

/** A receiver that lies across: its bow, and a pad at either end. */
const receiver: Shape = both(
  arc(13.2, 2.8, 8.7, 95, 175, 2.1),
  both(stroke(4.6, 3.4, 5.9, 5.3, 3.1), stroke(12.6, 11.4, 10.7, 10.1, 3.1)),
);
const waves: Shape = both(arc(8.6, 7.4, 2.6, 275, 355, 1.1), arc(8.6, 7.4, 5, 275, 355, 1.1));
/** An exclamation mark. */
const alarm: Shape = both(stroke(12, 1.6, 12, 4.4, 2), disc(12, 7.2, 1.1));
const moon: Shape = without(disc(7.6, 8.4, 4.7), disc(9.9, 6.4, 4));

/** Each state has a shape of its own, for whoever does not see the colours. */
const looks: Record<TrayState, { readonly glyph: Shape; readonly colour: Colour }> = {
  listening: { colour: [88, 80, 214], glyph: receiver },
  ringing: { colour: [22, 132, 82], glyph: both(receiver, waves) },
  quiet: { colour: [104, 108, 122], glyph: moon },
  unreachable: { colour: [196, 48, 62], glyph: both(receiver, alarm) },
};

/**
 * The picture of a state. The bar of macOS gives black shapes its own colour. Elsewhere
 * nobody says whether the bar is light or dark, so the shape stands white on a coloured disc.
 */
export function trayDrawing(state: TrayState, platform: NodeJS.Platform): Drawing {
  const { glyph, colour } = looks[state];
  if (platform === 'darwin') return [{ shape: glyph, colour: black }];
  return [
    { shape: disc(8, 8, 8), colour },
    { shape: shrunk(glyph), colour: white },
  ];
}

/** The shape at three quarters of its size, in the middle. */
function shrunk(shape: Shape): Shape {
  return (x, y) => shape((x - 8) / 0.75 + 8, (y - 8) / 0.75 + 8);
}
