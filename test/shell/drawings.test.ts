import { expect, test } from 'vitest';

import { badgeDrawing } from '../../electron/shell/badgeDrawing.ts';
import { disc, paint } from '../../electron/shell/raster.ts';
import type { Drawing } from '../../electron/shell/raster.ts';
import { trayDrawing } from '../../electron/shell/trayDrawing.ts';

const states = ['listening', 'ringing', 'quiet', 'unreachable'] as const;

/** Blue, green, red, alpha of one pixel. */
const pixel = (drawing: Drawing, size: number, x: number, y: number) => [
  ...paint(drawing, size).subarray((y * size + x) * 4, (y * size + x) * 4 + 4),
];

test('a shape is painted in its colour, and nothing beside it', () => {
  const drawing: Drawing = [{ shape: disc(8, 8, 6), colour: [200, 100, 50] }];
  expect(pixel(drawing, 16, 8, 8)).toEqual([50, 100, 200, 255]);
  expect(pixel(drawing, 16, 0, 0)).toEqual([0, 0, 0, 0]);
});

test('an edge is half there, with its colour multiplied by that', () => {
  const half: Drawing = [{ shape: (x) => x < 8.5, colour: [200, 100, 50] }];
  expect(pixel(half, 16, 8, 3)).toEqual([25, 50, 100, 128]);
});

test.each(['darwin', 'linux', 'win32'] as const)('on %s every state has a picture of its own', (platform) => {
  const pictures = states.map((state) => paint(trayDrawing(state, platform), 16).toString('hex'));
  expect(new Set(pictures).size).toBe(states.length);
});

test('the shapes differ without their colours too', () => {
  const shapes = states.map((state) => paint(trayDrawing(state, 'darwin'), 16).toString('hex'));
  expect(new Set(shapes).size).toBe(states.length);
});

test('the bar of macOS gets black alone', () => {
  for (const state of states) {
    const pixels = paint(trayDrawing(state, 'darwin'), 32);
    expect(pixels.every((value, index) => index % 4 === 3 || value === 0)).toBe(true);
  }
});

test('a badge shows each number to nine, and that there are more', () => {
  const pictures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => paint(badgeDrawing(count), 32).toString('hex'));
  expect(new Set(pictures).size).toBe(10);
  expect(paint(badgeDrawing(10), 32)).toEqual(paint(badgeDrawing(99), 32));
});
