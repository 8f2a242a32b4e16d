import { disc } from './raster.ts';
import type { Drawing, Shape } from './raster.ts';

/** Figures of three by five squares, row by row. */
const figures: Readonly<Record<string, string>> = {
  '1': '.#.##..#..#.###',
  '2': '###..#####..###',
  '3': '###..####..####',
  '4': '#.##.####..#..#',
  '5': '####..###..####',
  '6': '####..####.####',
  '7': '###..#..#..#..#',
  '8': '####.#####.####',
  '9': '####.####..####',
  '+': '....#.###.#....',
};

/** A number on a red disc; above nine, that it is more. */
export function badgeDrawing(count: number): Drawing {
  const text = count > 9 ? '9+' : String(count);
  const square = text.length === 1 ? 2 : 1.7;
  const width = (text.length * 4 - 1) * square;
  const glyphs = text
    .split('')
    .map((character, index) =>
      figure(figures[character] ?? '', 8 - width / 2 + index * 4 * square, 8 - 2.5 * square, square),
    );
  return [
    { shape: disc(8, 8, 8), colour: [196, 48, 62] },
    ...glyphs.map((shape) => ({ shape, colour: [255, 255, 255] as const })),
  ];
}

function figure(squares: string, left: number, top: number, square: number): Shape {
  return (x, y) => {
    const column = Math.floor((x - left) / square);
    const row = Math.floor((y - top) / square);
    return column >= 0 && column < 3 && row >= 0 && squares[row * 3 + column] === '#';
  };
}
