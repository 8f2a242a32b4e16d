import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';

import { fileOf } from '../../electron/shell/pageFiles.ts';

const folder = resolve('dist', 'renderer');

test('a path names the file below the folder', () => {
  expect(fileOf(folder, '/assets/index-1a2b.js')).toBe(join(folder, 'assets', 'index-1a2b.js'));
  expect(fileOf(folder, '/a%20b.svg')).toBe(join(folder, 'a b.svg'));
});

test.each([
  '/../main/main.js',
  '/%2e%2e/main/main.js',
  '/a/..%2f..%2fmain.js',
  '/../renderer-2/x',

  '/%00',
  '/%E0%A4%A',
])('%s names no file', (path) => {
  expect(fileOf(folder, path)).toBeNull();
});
