import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { developmentMark, isBuildStale } from '../../electron/cli/buildState.ts';

const sources = ['electron/main.ts', 'renderer/calls/list.tsx', 'shared/call.ts', 'package.json', 'vite.config.ts'];
const outputs = ['dist/main/main.js', 'dist/main/core.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'];
let root: string;

/** Writes a file that was changed `second` seconds after noon of some day, with its folders. */
function write(path: string, second: number): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  for (let at = file; at !== root; at = dirname(at)) touch(at, second);
}

function touch(file: string, second: number): void {
  utimesSync(file, 1_700_000_000 + second, 1_700_000_000 + second);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ringside-build-'));
  for (const file of sources) write(file, 10);
  for (const file of outputs) write(file, 20);
});
afterEach(() => rmSync(root, { recursive: true }));

test('a build that is newer than every source is kept', () => {
  expect(isBuildStale(root)).toBe(false);
});

test.each(sources)('a change of %s after the build calls for a new one', (source) => {
  write(source, 30);
  expect(isBuildStale(root)).toBe(true);
});

test.each(outputs)('without %s there is no build', (output) => {
  rmSync(join(root, output));
  expect(isBuildStale(root)).toBe(true);
});

test('a build of which one part is older than the sources is not whole', () => {
  write('dist/preload/preload.cjs', 5);
  expect(isBuildStale(root)).toBe(true);
});

test('a source file taken away calls for a new build', () => {
  rmSync(join(root, 'shared/call.ts'));
  touch(join(root, 'shared'), 30);
  expect(isBuildStale(root)).toBe(true);
});

test('what tools keep beside the page is no source', () => {
  write('renderer/node_modules/.vite/results.json', 30);
  write('renderer/tsconfig.tsbuildinfo', 30);
  touch(join(root, 'renderer'), 10);
  expect(isBuildStale(root)).toBe(false);
});

test('a build for developers is not what people get', () => {
  write(developmentMark, 15);
  expect(isBuildStale(root)).toBe(true);
});
