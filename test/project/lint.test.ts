import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

const language = 'shared/ is the language only: types and pure functions.';
const coreWithoutElectron = 'The core runs in plain Node: reach Electron through a port.';
const coreWithoutHosts = 'The core knows nothing of its hosts.';
const pureRules = 'Rules about calls are pure: no Node, no store, no wire.';
const withoutElectron = 'Runs in plain Node, without Electron.';
const rendererIsBuilt = 'The renderer is built, not imported.';
const shellOnlyDraws = 'The shell only draws: it asks the core through the contract, and shares types alone with it.';
const domOnly = 'The renderer lives in the DOM: ask the core through the bridge.';

/** Where a file stands, what it imports though it must not, and what the linter says to that. */
const forbidden: readonly (readonly [file: string, imported: string, message: string])[] = [
  ['shared/a.ts', 'node:fs', language],
  ['shared/b.ts', 'electron', language],
  ['shared/c.ts', 'react', language],
  ['shared/d.ts', '../electron/core/app.ts', language],
  ['shared/e.ts', '../renderer/App.tsx', language],
  ['electron/core/a.ts', 'electron', coreWithoutElectron],
  ['electron/core/b.ts', 'electron/main', coreWithoutElectron],
  ['electron/core/c.ts', '../shell/window.ts', coreWithoutHosts],
  ['electron/core/d.ts', '../browser/server.ts', coreWithoutHosts],
  ['electron/core/e.ts', '../cli/flags.ts', coreWithoutHosts],
  ['electron/core/f.ts', '../../renderer/App.tsx', coreWithoutHosts],
  ['electron/core/store/g.ts', 'electron', coreWithoutElectron],
  ['electron/core/calls/a.ts', 'better-sqlite3', pureRules],
  ['electron/core/calls/b.ts', '../store/store.ts', pureRules],
  ['electron/core/calls/c.ts', '../http/listener.ts', pureRules],
  ['electron/core/calls/d.ts', 'node:fs', pureRules],
  ['electron/core/calls/e.ts', 'electron', pureRules],
  ['electron/browser/a.ts', 'electron', withoutElectron],
  ['electron/browser/b.ts', '../shell/window.ts', withoutElectron],
  ['electron/browser/c.ts', '../../renderer/App.tsx', rendererIsBuilt],
  ['electron/browser.ts', 'electron', withoutElectron],
  ['electron/cli/a.ts', 'electron', withoutElectron],
  ['electron/simulator/a.ts', 'electron', withoutElectron],
  ['electron/shell/a.ts', 'better-sqlite3', shellOnlyDraws],
  ['electron/shell/b.ts', '../core/store/store.ts', shellOnlyDraws],
  ['electron/shell/c.ts', '../core/ingest/inbox.ts', shellOnlyDraws],
  ['electron/shell/d.ts', '../core/calls/reduce.ts', shellOnlyDraws],
  ['electron/shell/e.ts', '../../renderer/App.tsx', rendererIsBuilt],
  ['electron/main.ts', './core/store/store.ts', shellOnlyDraws],
  ['electron/preload.ts', './core/calls/reduce.ts', shellOnlyDraws],
  ['renderer/a.ts', 'electron', domOnly],
  ['renderer/b.ts', 'node:fs', domOnly],
  ['renderer/calls/c.tsx', '../../electron/core/calls/reduce.ts', domOnly],
  ['renderer/d.ts', 'electron/renderer', domOnly],
];

/** One of each folder that imports what it may. */
const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['shared/good.ts', './call.ts'],
  ['electron/core/good.ts', 'node:fs'],
  ['electron/core/store/good.ts', 'better-sqlite3'],
  ['electron/core/calls/good.ts', '../../../shared/call.ts'],
  ['electron/browser/good.ts', '../core/app.ts'],
  ['electron/cli/good.ts', '../browser/server.ts'],
  ['electron/shell/good.ts', 'electron'],
  ['renderer/good.tsx', 'react'],
];

interface Finding {
  readonly code: string;
  readonly help: string;
  readonly filename: string;
}

describe('the linter holds the folders apart', () => {
  let folder: string;
  let findings: readonly Finding[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-lint-'));
    copyFileSync(join(root, 'oxlint.config.ts'), join(folder, 'oxlint.config.ts'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [file, imported] of [...forbidden, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `export { thing } from '${imported}';\n`);
    }
    findings = lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const about = (file: string) => findings.filter(({ filename }) => filename.replaceAll('\\', '/') === file);

  test.each(forbidden)('%s must not import %s', (file, _imported, message) => {
    expect(about(file)).toMatchObject([{ code: 'eslint(no-restricted-imports)', help: message }]);
  });

  test.each(allowed)('%s may import %s', (file) => {
    expect(about(file)).toEqual([]);
  });
});

/** What the linter finds in a folder. It exits with 1 when there is something. */
function lint(folder: string): readonly Finding[] {
  const program = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const output = printed(() =>
    execFileSync(process.execPath, [program, '--format', 'json'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
  );
  return (JSON.parse(output) as { diagnostics: readonly Finding[] }).diagnostics;
}

function printed(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && error.stdout !== '') return String(error.stdout);
    throw error;
  }
}
