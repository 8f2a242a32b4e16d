import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

const built = join(import.meta.dirname, '..', '..', 'dist', 'renderer');

/** What a page loads before it shows anything, by name. */
function scriptsOf(page: string): readonly string[] {
  const html = readFileSync(join(built, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].flatMap(([, name]) => name ?? []);
}

test.each(['index.html', 'card.html', 'note.html'])('%s begins with a small script in few files', (page) => {
  const scripts = scriptsOf(page);
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(built, name))).length, 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.length).toBeLessThanOrEqual(12);
  expect(bytes).toBeLessThanOrEqual(150_000);
});
