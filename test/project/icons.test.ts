import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { icnsOf } from '../../electron/cli/packaging/icns.ts';
import { icoOf } from '../../electron/cli/packaging/ico.ts';
import { pixelsOf } from '../../electron/cli/packaging/pixels.ts';

const build = join(import.meta.dirname, '..', '..', 'build');
const inBuild = (...path: string[]) => readFileSync(join(build, ...path));

describe('the icon of the program', () => {
  test('is there for Linux in every size that a desktop asks for', () => {
    const files = readdirSync(join(build, 'icons'));
    const sizes = files.map((file) => [file, `${pngSize(inBuild('icons', file))}`]);
    expect(Object.fromEntries(sizes)).toEqual(
      Object.fromEntries([16, 24, 32, 48, 64, 128, 256, 512].map((size) => [`${size}x${size}.png`, `${size}`])),
    );
  });

  test('is there for Windows, small ones as bitmaps and the large one as PNG', () => {
    const ico = inBuild('icon.ico');
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_none, index) => {
      const entry = 6 + index * 16;
      const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
      const body = ico.subarray(offset, offset + length);
      const said = ico.readUInt8(entry) || 256;
      return { said, held: isPng(body) ? pngSize(body) : body.readInt32LE(4), png: isPng(body), length: body.length };
    });
    expect(entries.map(({ said, png }) => [said, png])).toEqual([
      ...[16, 20, 24, 32, 40, 48, 64].map((size) => [size, false]),
      [256, true],
    ]);
    expect(entries.every(({ said, held }) => said === held)).toBe(true);
    const last = ico.readUInt32LE(6 + (entries.length - 1) * 16 + 12) + (entries.at(-1)?.length ?? 0);
    expect(last).toBe(ico.length);
  });

  test('is there for macOS, each size for ordinary and for fine screens', () => {
    const icns = inBuild('icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found: Record<string, number | string> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const body = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
      found[icns.toString('latin1', at, at + 4)] = isPng(body) ? pngSize(body) : body.toString('latin1', 0, 4);
    }
    expect(found).toEqual({
      ic04: 'ARGB',
      ic05: 'ARGB',
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    });
  });
});

describe('a picture in an icon', () => {
  const small = inBuild('icons', '16x16.png');
  const pixels = pixelsOf(small);

  test('is read from a PNG as it looks: the colour of the icon, nothing in its corners', () => {
    expect(pixels).toHaveLength(16 * 16 * 4);
    expect(pixels[3]).toBeLessThan(8);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(8 * 4, 9 * 4);
    expect(alpha).toBe(255);
    expect([red, green, blue].map((part, index) => Math.abs(part - ([0x6b, 0x63, 0xea][index] ?? 0)) < 8)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('stands upside down for Windows, blue before red, with an empty mask', () => {
    const body = icoOf([{ size: 16, png: small }]).subarray(6 + 16 + 40);
    const middle = body.subarray((15 * 16 + 8) * 4, (15 * 16 + 9) * 4);
    expect([...middle]).toEqual([...pixels.subarray(8 * 4, 9 * 4 - 1)].toReversed().concat(255));
    expect([...body.subarray(16 * 16 * 4)]).toEqual(Array(16 * 4).fill(0));
  });

  test('is one channel after the other for macOS, in runs that say how long they are', () => {
    const body = icnsOf([{ size: 16, png: small }]).subarray(16);
    expect(body.toString('latin1', 0, 4)).toBe('ARGB');
    expect(body).toHaveLength(4 + 4 * 2 * (1 + 128));
    const channel = (index: number) => body.subarray(4 + index * 2 * 129, 4 + (index + 1) * 2 * 129);
    expect([channel(0)[0], channel(0)[129]]).toEqual([127, 127]);
    const [alpha, red, green, blue] = [0, 1, 2, 3].map((index) => channel(index)[1 + 8]);
    expect([red, green, blue, alpha]).toEqual([...pixels.subarray(8 * 4, 9 * 4)]);
  });
});

function isPng(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(1, 4)).toString('latin1') === 'PNG';
}

/** The edge of a square PNG, from its header. */
function pngSize(png: Buffer): number {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (width !== height) throw new Error(`${width} × ${height} is no square`);
  return width;
}
