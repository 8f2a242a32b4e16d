import { execFileSync } from 'node:child_process';
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
  const known = new Set(['BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'Unlicense', 'blessing']);
  expect(list.filter(({ licence }) => !known.has(licence)).map(({ name, licence }) => [name, licence])).toEqual([]);
  expect(list.filter(({ text }) => text.length < 200).map(({ name }) => name)).toEqual([]);
});

test('no tool that only builds or tests is in the list', () => {
  expect(names.filter((name) => /vitest|typescript|playwright|oxlint|electron-builder/.test(name))).toEqual([]);
});

test('npm knows every part, so that a release can list them', { skip: process.platform === 'win32' }, () => {
  const root = join(dist, '..');
  const input = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const command = [join(root, 'electron/cli/release.ts'), 'sbom', join(dist, 'renderer', 'notices.json')];
  const printed = execFileSync(process.execPath, command, { input, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { components } = JSON.parse(printed) as { components: readonly { name: string; purl: string }[] };
  expect(components).toHaveLength(list.filter(({ version }) => version !== null).length);
  expect(components.filter(({ purl }) => !purl.startsWith('pkg:')).map(({ name }) => name)).toEqual([]);
});
