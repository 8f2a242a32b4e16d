import { inflateSync } from 'node:zlib';

/** Bytes of a pixel: red, green, blue, and how opaque it is. */
const depth = 4;

/**
 * The pixels of a PNG file, row by row from the top. Reads what Chromium writes: eight bits for each of red, green, blue
 * and alpha, not interlaced.
 *
 * @throws for any other kind
 */
export function pixelsOf(png: Uint8Array): Uint8Array {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const kind = [...file.subarray(24, 29)].join(' ');
  if (kind !== '8 6 0 0 0') throw new Error(`A PNG of another kind: ${kind}`);
  const rows = inflateSync(Buffer.concat(chunks(file, 'IDAT')));
  const stride = width * depth;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    const row = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x < depth ? 0 : (pixels[row + x - depth] ?? 0);
      const above = y === 0 ? 0 : (pixels[row - stride + x] ?? 0);
      const corner = x < depth || y === 0 ? 0 : (pixels[row - stride + x - depth] ?? 0);
      pixels[row + x] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return pixels;
}

/** What a row's filter expects of a byte, from those around it; PNG specification, chapter 9. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4:
      return nearest(left + above - corner, [left, above, corner]);
    default:
      return 0;
  }
}

/** The first of the candidates that are nearest. */
function nearest(value: number, [first, ...others]: readonly [number, ...number[]]): number {
  return others.reduce((best, each) => (Math.abs(value - each) < Math.abs(value - best) ? each : best), first);
}

function chunks(png: Buffer, kind: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === kind)
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}
