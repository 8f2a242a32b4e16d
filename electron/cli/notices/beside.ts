import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import packageJson from '../../../package.json' with { type: 'json' };
import type { Notice } from '../../../shared/notice.ts';
import { noticeOf } from './noticeOf.ts';

const allOfChromium =
  'Chromium and Node.js are made of several hundred parts. Their names and licences are in LICENSES.chromium.html, ' +
  'which lies beside the program, on macOS in its folder Contents/Resources.';

/** What is in Ringside and in no bundle: the packages it loads as they are, and what it runs on. */
export function noticesBeside(root: string): readonly Notice[] {
  const packages = Object.keys(packageJson.dependencies).flatMap((name) => withItsOwn(root, name));
  const loaded = packages.map((name) => noticeOf(join(root, 'node_modules', name)));
  const electron = { ...noticeOf(join(root, 'node_modules', 'electron')), name: 'Electron' };
  return [...loaded, sqlite(root), electron, ...withElectron];
}

/** A package and what it is made of, be it compiled into its binary. */
function withItsOwn(root: string, name: string): readonly string[] {
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(text) as { readonly dependencies?: Readonly<Record<string, string>> };
  return [name, ...Object.keys(dependencies).flatMap((other) => withItsOwn(root, other))];
}

const withElectron: readonly Notice[] = [
  {
    name: 'Chromium',
    version: null,
    licence: 'BSD-3-Clause',
    author: 'The Chromium Authors',
    homepage: 'https://www.chromium.org',
    text: `${textOf('chromium')}\n\n${allOfChromium}`,
  },
  {
    name: 'Node.js',
    version: null,
    licence: 'MIT',
    author: 'Node.js contributors',
    homepage: 'https://nodejs.org',
    text: `${textOf('node')}\n\n${allOfChromium}`,
  },
];

/** SQLite comes inside better-sqlite3; its header begins with all that its author asks for, which is nothing. */
function sqlite(root: string): Notice {
  const header = readFileSync(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8');
  const version = /^#define SQLITE_VERSION\s+"([\d.]+)"/m.exec(header)?.[1];
  const blessing = /^\*\* The author disclaims[^]*?(?=\n\*{20})/m.exec(header)?.[0];
  if (version === undefined || blessing === undefined) throw new Error('the header of SQLite reads differently now');
  return {
    name: 'SQLite',
    version,
    licence: 'blessing',
    author: 'D. Richard Hipp and others',
    homepage: 'https://sqlite.org',
    text: blessing.replaceAll(/^\*\* ?/gm, '').trim(),
  };
}

function textOf(name: string): string {
  return readFileSync(join(import.meta.dirname, 'texts', `${name}.txt`), 'utf8').trim();
}
