import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { createBuilder } from 'vite';
import { describe, expect, test } from 'vitest';

import { noticeOf } from '../../../electron/cli/notices/noticeOf.ts';
import { packageOf } from '../../../electron/cli/notices/packageOf.ts';
import { notices } from '../../../electron/cli/notices/plugin.ts';
import type { Notices } from '../../../shared/notice.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const root = join(import.meta.dirname, '..', '..', '..');

describe('a module of a bundle', () => {
  test.each([
    ['/app/node_modules/react/index.js', '/app/node_modules/react'],
    ['/app/node_modules/@visx/axis/esm/index.js', '/app/node_modules/@visx/axis'],
    ['/app/node_modules/a/node_modules/@b/c/lib/d.js', '/app/node_modules/a/node_modules/@b/c'],
    ['/app/node_modules/a/index.cjs?commonjs-module', '/app/node_modules/a'],
    ['C:\\app\\node_modules\\a\\index.js', 'C:/app/node_modules/a'],
    ['\0vite/preload-helper.js', '/app/node_modules/vite'],
    ['\0@oxc-project/runtime/helpers/decorate.js', '/app/node_modules/@oxc-project/runtime'],
    ['/app/renderer/main.tsx', null],
    ['/app/package.json', null],
    ['/app/renderer/index.html?html-proxy&index=0.js', null],
  ])('%j is of the package %j', (id, folder) => {
    expect(packageOf('/app', id)).toBe(folder);
  });

  test.each(['/elsewhere/copied.js', '/app/vendor/copied.js', 'virtual:thing'])(
    '%j has no licence that anybody knows, and ends the build',
    (id) => {
      expect(() => packageOf('/app', id)).toThrow('in no package: under which licence?');
    },
  );
});

/** A package in a folder below `modules`, described by `what`, with these other files. */
function installed(
  modules: string,
  what: Readonly<Record<string, unknown>> & { readonly name: string },
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = join(modules, what.name);
  const all = { 'package.json': JSON.stringify({ version: '1.0.0', ...what }), ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('the notice of a package', () => {
  test('has its licence, its text and its people', () => {
    const folder = installed(
      tempFolder(),
      {
        name: 'thing',
        license: 'ISC',
        author: 'Ann Doe <ann@example.com> (https://example.com)',
        homepage: 'https://thing.example',
      },
      { LICENSE: 'Take it.\r\nUse it.\n', 'README.md': 'no licence' },
    );
    expect(noticeOf(folder)).toEqual({
      name: 'thing',
      version: '1.0.0',
      licence: 'ISC',
      author: 'Ann Doe',
      homepage: 'https://thing.example',
      text: 'Take it.\nUse it.',
    });
  });

  test.each([
    ['an object, as it once was', { license: { type: 'MIT' } }, { licence: 'MIT' }],
    [
      'a list, as it once was',
      { licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] },
      { licence: 'MIT OR Apache-2.0' },
    ],
    ['an author as an object', { license: 'MIT', author: { name: 'Ann Doe' } }, { author: 'Ann Doe' }],
    [
      'a repository for git',
      { license: 'MIT', repository: { url: 'git+ssh://git@github.com/ann/thing.git' } },
      { homepage: 'https://github.com/ann/thing' },
    ],
    [
      'a repository in short',
      { license: 'MIT', repository: 'ann/thing' },
      { homepage: 'https://github.com/ann/thing' },
    ],
    ['a repository elsewhere', { license: 'MIT', repository: 'https://git.example/ann/thing' }, { homepage: null }],
  ])('is read from %s', (_what, said, expected) => {
    const folder = installed(tempFolder(), { name: 'thing', ...said }, { LICENSE: 'Take it.' });
    expect(noticeOf(folder)).toMatchObject(expected);
  });

  test('keeps every text there is, whatever its file is called', () => {
    const files = {
      'licence.txt': 'one',
      'LICENSE-APACHE': 'two',
      'NOTICE.md': 'three',
      COPYING: 'four',
      'licensing.js': 'no',
    };
    const { text } = noticeOf(installed(tempFolder(), { name: 'thing', license: 'MIT' }, files));
    expect(text.split('\n\n').sort()).toEqual(['four', 'one', 'three', 'two']);
  });

  test('has the standard text where a package names the MIT licence and its author alone', () => {
    const { text } = noticeOf(installed(tempFolder(), { name: 'thing', license: 'MIT', author: 'Ann Doe' }));
    expect(text).toMatch(/^Copyright \(c\) Ann Doe\n\nPermission is hereby granted, free of charge/);
  });

  test.each([
    ['names no licence', {}, 'thing does not say under which licence it stands'],
    ['has no text', { license: 'Apache-2.0', author: 'Ann Doe' }, 'thing (Apache-2.0) has no text of its licence'],
    ['has neither text nor author', { license: 'MIT' }, 'thing (MIT) has no text of its licence'],
  ])('cannot be had when a package %s', (_what, said, problem) => {
    expect(() => noticeOf(installed(tempFolder(), { name: 'thing', ...said }))).toThrow(problem);
  });
});

describe('a build', () => {
  /** Builds a page and a program that use one package each; answers with the list that the window would read. */
  async function build(page: object, program: object): Promise<Notices> {
    const folder = tempFolder();
    const modules = join(folder, 'node_modules');
    installed(folder, { name: '.', version: '0.1.0', license: 'MIT' }, { LICENSE: 'Do as you like.' });
    const code = { 'index.js': 'export const word = "found";' };
    installed(
      modules,
      { name: 'page-part', type: 'module', ...page },
      {
        ...code,
        LICENSE: 'Take it.',
      },
    );
    installed(modules, { name: 'program-part', type: 'module', ...program }, code);
    for (const name of ['better-sqlite3', 'node-addon-api', 'electron'])
      symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
    const sources = { 'renderer/main.js': 'page-part', 'electron/main.js': 'program-part' };
    for (const [file, used] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `import { word } from '${used}'; console.log(word);`);
    }
    const options = (input: string, outDir: string) => ({
      build: { outDir: join(folder, outDir), rolldownOptions: { input: join(folder, input) } },
    });
    const builder = await createBuilder({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [notices(folder)],
      builder: {},
      environments: {
        client: options('renderer/main.js', 'dist/renderer'),
        main: { consumer: 'server', ...options('electron/main.js', 'dist/main'), resolve: { noExternal: true } },
      },
    });
    await builder.buildApp();
    return JSON.parse(readFileSync(join(folder, 'dist/renderer/notices.json'), 'utf8')) as Notices;
  }

  test('lists what is in any of its bundles, and what comes beside them', async () => {
    const { own, others } = await build({ license: 'ISC' }, { license: 'MIT', author: 'Ann Doe' });
    expect(own).toMatchObject({ name: 'Ringside', licence: 'MIT', text: 'Do as you like.' });
    expect(others.map(({ name }) => name)).toEqual([
      'better-sqlite3',
      'Chromium',
      'Electron',
      'node-addon-api',
      'Node.js',
      'page-part',
      'program-part',
      'SQLite',
    ]);
  });

  test('fails when a bundled package has no text of its licence', async () => {
    await expect(build({ license: 'ISC' }, { license: 'GPL-3.0' })).rejects.toThrow(
      'program-part (GPL-3.0) has no text of its licence',
    );
  });
});
