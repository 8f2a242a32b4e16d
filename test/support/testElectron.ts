import { join } from 'node:path';

import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';

import { findElectron } from '../../electron/cli/electronBinary.ts';
import { sandboxProblem } from '../../electron/cli/sandbox.ts';
import { buildApart } from './buildApart.ts';
import { missingForDesktop } from './desktop.ts';
import type { Desktop } from './desktop.ts';
import type { Installed } from './installedRingside.ts';

const root = join(import.meta.dirname, '..', '..');

/** Electron as these tests can run it, or why they cannot. */
export type TestElectron =
  | { readonly kind: 'ready'; readonly sandboxed: boolean }
  | { readonly kind: 'absent'; readonly reason: string };

/** Looks whether Electron can run here, and says aloud when it cannot: tests left out must not look like passed ones. */
export async function electronForTests(): Promise<TestElectron> {
  const found = await findElectron();
  const reason = found.kind === 'absent' ? `no Electron: ${found.reason}` : missingForDesktop();
  if (found.kind === 'absent' || reason !== null) {
    console.warn(`Left out: the tests in a real Electron (${reason ?? 'no reason'}).`);
    return { kind: 'absent', reason: reason ?? '' };
  }
  await buildApart();
  return { kind: 'ready', sandboxed: sandboxProblem(found.path) === null };
}

/**
 * The environment of a Ringside under test. `TEST_SQLITE_BINDING` names a binary of better-sqlite3 that an Electron
 * older than ours can load.
 */
export function environment(desktop: Desktop): Record<string, string> {
  const binding = process.env['TEST_SQLITE_BINDING'];
  const env = Object.entries({ ...process.env, ...desktop.env }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'WAYLAND_DISPLAY',
  );
  return { ...Object.fromEntries(env), ...(binding !== undefined && { RINGSIDE_SQLITE_BINDING: binding }) };
}

/** Starts Ringside on `dataDir`, with `more` arguments behind its flags: the one that was built, or an installed one. */
export function startElectron(
  electron: TestElectron,
  desktop: Desktop,
  dataDir: string,
  more: readonly string[] = [],
  installed: Pick<Installed, 'executable' | 'env'> | null = null,
): Promise<ElectronApplication> {
  const flags = [...startFlags(electron, dataDir), ...more];
  return _electron.launch({
    ...(installed === null ? { args: [root, ...flags] } : { executablePath: installed.executable, args: flags }),
    chromiumSandbox: isSandboxed(electron),
    env: { ...environment(desktop), ...installed?.env },
  });
}

/** The flags of a Ringside under test: its own folder, any free port, extension 1002. */
export function startFlags(electron: TestElectron, dataDir: string): string[] {
  const flags = ['--data-dir', dataDir, '--port', '0', '--extension', '1002'];
  return isSandboxed(electron) ? flags : [...flags, '--no-sandbox'];
}

function isSandboxed(electron: TestElectron): boolean {
  if (electron.kind === 'absent') throw new Error(electron.reason);
  return electron.sandboxed;
}
