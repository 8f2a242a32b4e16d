import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from, and what it must have made, relative to the project's folder. */
const sources = ['electron', 'renderer', 'shared', 'vite.config.ts', 'package.json', 'package-lock.json'];
const outputs = ['dist/main/main.js', 'dist/main/core.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'];

/** What tools keep among the sources. */
const notASource = /^node_modules$|\.tsbuildinfo$/;

/** Left by `npm run dev`: what stands in `dist` was built for developers. */
export const developmentMark = 'dist/development';

/**
 * Whether `dist` has to be built: something of it is missing, a source is newer, or it was built for developers.
 * Folders count as sources too, so that a file taken away is noticed.
 */
export function isBuildStale(root: string): boolean {
  const built = outputs.map((file) => changedAtMs(join(root, file)));
  if (built.includes(null) || changedAtMs(join(root, developmentMark)) !== null) return true;
  const oldestMs = Math.min(...built.map(Number));
  return sources.some((source) => newestMs(join(root, source)) > oldestMs);
}

/** When the path, or anything below it, was changed last; 0 when there is none. */
function newestMs(path: string): number {
  const ownMs = changedAtMs(path) ?? 0;
  if (ownMs === 0 || !statSync(path).isDirectory()) return ownMs;
  const below = readdirSync(path).filter((name) => !notASource.test(name));
  return Math.max(ownMs, ...below.map((name) => newestMs(join(path, name))));
}

function changedAtMs(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
