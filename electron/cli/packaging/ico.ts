import type { Picture } from './picture.ts';
import { pixelsOf } from './pixels.ts';

/** From this edge on a picture is kept as PNG, which Windows reads in large ones everywhere, in small ones not. */
const asPngFrom = 256;

/** The `.ico` file that holds these pictures, of at most 256 pixels. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  const bodies = pictures.map((picture) => (picture.size >= asPngFrom ? Buffer.from(picture.png) : bitmap(picture)));
  let offset = header.length + pictures.length * 16;
  const entries = pictures.map(({ size }, index) => {
    const entry = Buffer.alloc(16);
    const length = bodies[index]?.length ?? 0;
    // 256 does not fit the byte, and is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...bodies]);
}

/** A bitmap without its file header: pixels from the bottom row up as blue, green, red, alpha, then an empty mask. */
function bitmap({ size, png }: Picture): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // The mask below counts as much again.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rgba = pixelsOf(png);
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      pixels.set([blue, green, red, alpha], ((size - 1 - y) * size + x) * 4);
    }
  }
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)]);
}
