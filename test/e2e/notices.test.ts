import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import type { Notices } from '../../shared/notice.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const { own, others: list } = JSON.parse(readFileSync(join(dist, 'renderer', 'notices.json'), 'utf8')) as Notices;
const names = list.map(({ name }) => name);

test('what is bundled into the program is in the list of what others have made', () => {
  const scripts = ['main', 'preload'].flatMap((folder) =>
    readdirSync(join(dist, folder))
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => readFileSync(join(dist, folder, name), 'utf8')),
  );
  // The bundler heads what it took from a file with its path, where it does not shorten the code.
  const bundled = new Set(
    scripts.flatMap((script) =>
      [...script.matchAll(/^\/\/ .*\bnode_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].flatMap(([, name]) => name ?? []),
    ),
  );
  expect(bundled.size).toBeGreaterThan(5);
  expect([...bundled].filter((name) => !names.includes(name))).toEqual([]);
});

test('what the page is known to be made of is in the list, and what Ringside runs on', () => {
  const known = ['react', 'react-dom', '@tanstack/react-query', 'use-intl', 'virtua', 'd3-scale', '@visx/shape'];
  const beside = [...Object.keys(packageJson.dependencies), 'SQLite', 'Electron', 'Chromium', 'Node.js'];
  expect(names).toEqual(expect.arrayContaining([...known, ...beside]));
});

test('every part has a licence that Ringside may be given on under, and the words of it', () => {
  expect(own).toMatchObject({ name: 'Ringside', version: packageJson.version, licence: packageJson.license });
  expect(own.text).toContain('Permission is hereby granted');
  const licences = new Set(list.map(({ licence }) => licence));
  expect([...licences].sort()).toEqual(['BSD-3-Clause', 'ISC', 'MIT', 'Unlicense', 'blessing']);
  expect(list.filter(({ text }) => text.length < 200).map(({ name }) => name)).toEqual([]);
});

test('no tool that only builds or tests is in the list', () => {
  expect(names.filter((name) => /vitest|typescript|playwright|oxlint|electron-builder/.test(name))).toEqual([]);
});
