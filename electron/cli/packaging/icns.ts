import type { Picture } from './picture.ts';
import { pixelsOf } from './pixels.ts';

/**
 * What macOS calls its pictures, with their edge in pixels. Those for twice the pixels have a name of their own; the two
 * smallest are no PNG, as macOS shows none there for an application.
 */
const kinds = [
  ['ic04', 16],
  ['ic05', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const;

const bare: ReadonlySet<string> = new Set(['ic04', 'ic05']);

/** The edges of the pictures that an `.icns` file is made of. */
export const icnsSizes: readonly number[] = [...new Set(kinds.map(([, size]) => size))];

/** The `.icns` file made of these pictures. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const chunks = kinds.flatMap(([kind, size]) => {
    const picture = pictures.find((each) => each.size === size);
    return picture === undefined ? [] : [chunk(kind, bare.has(kind) ? argb(picture) : Buffer.from(picture.png))];
  });
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(kind: string, body: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(kind, 'latin1');
  header.writeUInt32BE(header.length + body.length, 4);
  return Buffer.concat([header, body]);
}

/** One channel after the other, each as runs: a byte that counts what follows, here always up to 128 bytes as they are. */
function argb({ png }: Picture): Buffer {
  const rgba = pixelsOf(png);
  const channels = [3, 0, 1, 2].flatMap((channel) => {
    const bytes = rgba.filter((_byte, index) => index % 4 === channel);
    const runs = Array.from({ length: Math.ceil(bytes.length / 128) }, (_none, run) =>
      bytes.subarray(run * 128, (run + 1) * 128),
    );
    return runs.flatMap((run) => [Buffer.from([run.length - 1]), Buffer.from(run)]);
  });
  return Buffer.concat([Buffer.from('ARGB', 'latin1'), ...channels]);
}
