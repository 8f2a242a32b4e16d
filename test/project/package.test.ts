import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

import { describe, expect, test } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const lock = JSON.parse(lockText) as {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
};
const packages: Readonly<Record<string, string>> = {
  ...packageJson.dependencies,
  ...packageJson.devDependencies,
  ...packageJson.optionalDependencies,
};

describe('the packages', () => {
  test.each(Object.entries(packages))('%s is pinned to one version', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('the lock file holds exactly those', () => {
    const locked = Object.keys(packages).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(packages);
  });

  test('the lock file names no host to fetch from, and a checksum for everything', () => {
    expect(lockText).not.toContain('"resolved"');
    const unchecked = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.integrity);
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  test('one package alone is needed when the product runs: the one with a native binary', () => {
    expect(Object.keys(packageJson.dependencies)).toEqual(['better-sqlite3']);
  });

  test('scripts run with the Node 24 that is among them, on machines from Node 22.12', () => {
    const nodes = Object.entries(packages).filter(([name]) => name.startsWith('node-'));
    expect(nodes.filter(([, version]) => !version.startsWith('24.'))).toEqual([]);
    expect(nodes.some(([name]) => name.includes(process.platform.replace('win32', 'win')))).toBe(true);
    expect(process.versions.node).toMatch(/^24\./);
    expect(packageJson.engines).toEqual({ node: '>=22.12' });
  });
});

describe('the commands', () => {
  const scripts = Object.values(packageJson.scripts);

  test('are there under the names that people were told', () => {
    const told = ['start', 'simulate', 'export', 'test', 'bench', 'dist', 'dev', 'rebuild'];
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(told));
  });

  test('run files that exist', () => {
    const files = scripts.flatMap((script) => /^node (\S+)/.exec(script)?.[1] ?? []);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('the text of the project', () => {
  const texts = filesBelow(root).filter((file) => file !== import.meta.filename);

  test('is read in full', () => {
    expect(texts.map((file) => relative(root, file).replaceAll(sep, '/'))).toEqual(
      expect.arrayContaining(['package.json', 'electron/cli/start.ts', 'renderer/main.tsx', 'shared/contract.ts']),
    );
  });

  test.each([
    ['a folder of the machine it was written on', /(?<![\w.])\/(?:root|work)\/\w/],
    ['the host of a package registry', /registry\.npm|npmmirror|\bverdaccio\b/i],
    ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ])('does not name %s', (_what, pattern) => {
    const guilty = texts.filter((file) => pattern.test(readFileSync(file, 'utf8')));
    expect(guilty.map((file) => relative(root, file))).toEqual([]);
  });
});

const made = new Set(['node_modules', 'dist', 'release', 'coverage', 'artifacts', '.git']);
const textual = new Set(['.ts', '.tsx', '.css', '.html', '.json', '.md', '.yml', '.sql', '']);

/** Every text file of the project; what is made or fetched is none. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : filesBelow(path);
    return entry.isFile() && textual.has(extname(entry.name)) ? [path] : [];
  });
}
