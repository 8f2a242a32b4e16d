import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

/**
 * `npm run icons`: draws the program's icon in every size from its one source, `renderer/icon.svg`. What it writes is
 * kept with the sources, for a package is built where there is no browser. RINGSIDE_CHROMIUM names another Chromium.
 */

const root = join(import.meta.dirname, '..', '..');
const build = join(root, 'build');

/** Linux takes its pick of them; macOS and Windows make theirs of the largest. */
const sizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const largest = 1024;

const svg = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['RINGSIDE_CHROMIUM'] ?? chromium.executablePath(),
});
try {
  const page = await browser.newPage();
  const draw = async (size: number) => {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;inline-size:${size}px}</style>${svg}`);
    return page.screenshot({ omitBackground: true });
  };
  mkdirSync(join(build, 'icons'), { recursive: true });
  for (const size of sizes) writeFileSync(join(build, 'icons', `${size}x${size}.png`), await draw(size));
  writeFileSync(join(build, 'icon.png'), await draw(largest));
} finally {
  await browser.close();
}
