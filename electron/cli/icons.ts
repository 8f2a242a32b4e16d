import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { icnsOf, icnsSizes } from './packaging/icns.ts';
import { icoOf } from './packaging/ico.ts';
import type { Picture } from './packaging/picture.ts';

/**
 * `npm run icons`: draws the program's icon in every size from its one source, `renderer/icon.svg`. What it writes is
 * kept with the sources, for a package is built where there is no browser. RINGSIDE_CHROMIUM names another Chromium.
 */

const root = join(import.meta.dirname, '..', '..');
const build = join(root, 'build');

/** A folder of pictures for Linux, one file for each of the others. */
const linux = [16, 24, 32, 48, 64, 128, 256, 512];
const windows = [16, 20, 24, 32, 40, 48, 64, 256];

/** How much of its square an icon of macOS fills: in the Dock it stands beside others with the same margin. */
const macPart = 832 / 1024;

const svg = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['RINGSIDE_CHROMIUM'] ?? chromium.executablePath(),
});
try {
  const page = await browser.newPage();

  /** `part`: of the edge; the rest is margin. */
  const draw = async (size: number, part: number): Promise<Picture> => {
    await page.setViewportSize({ width: size, height: size });
    const style = `body{margin:0;block-size:100vb;display:grid;place-items:center}svg{inline-size:${size * part}px}`;
    await page.setContent(`<style>${style}</style>${svg}`);
    return { size, png: await page.screenshot({ omitBackground: true }) };
  };
  const drawAll = async (sizes: readonly number[], part = 1) => {
    const pictures: Picture[] = [];
    for (const size of sizes) pictures.push(await draw(size, part));
    return pictures;
  };

  mkdirSync(join(build, 'icons'), { recursive: true });
  for (const { size, png } of await drawAll(linux)) writeFileSync(join(build, 'icons', `${size}x${size}.png`), png);
  writeFileSync(join(build, 'icon.ico'), icoOf(await drawAll(windows)));
  writeFileSync(join(build, 'icon.icns'), icnsOf(await drawAll(icnsSizes, macPart)));
} finally {
  await browser.close();
}
