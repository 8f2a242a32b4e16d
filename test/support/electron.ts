import { join } from 'node:path';

import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

import { buildIfStale } from '../../electron/cli/build.ts';
import { findElectron } from '../../electron/cli/electronBinary.ts';
import { sandboxProblem } from '../../electron/cli/sandbox.ts';
import type { Argument, Bridge, Reply, RequestName, Result } from '../../shared/contract.ts';
import type { Desktop } from './desktop.ts';
import { missingForDesktop } from './desktop.ts';

declare global {
  interface Window {
    /** What the preload gives the page. */
    readonly ringside?: Bridge;
  }
}

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
  await buildIfStale(root);
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

/** A Ringside in Electron, with its window open. */
export interface ElectronRingside {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Every line that the page wrote to its console at a level above `info`, and every exception. */
  readonly complaints: readonly string[];
  /** Asks as the page does. Throws on a refusal. */
  ask<Name extends RequestName>(name: Name, argument: Argument<Name>): Promise<Result<Name>>;
  /** The address that the PBX posts to; null while nothing listens. */
  webhook(): Promise<string | null>;
}

/** Starts Ringside on `dataDir`; it is closed when the test is over. */
export async function launchRingside(
  electron: TestElectron,
  desktop: Desktop,
  dataDir: string,
): Promise<ElectronRingside> {
  const app = await _electron.launch({
    args: [root, ...startFlags(electron, dataDir)],
    chromiumSandbox: isSandboxed(electron),
    env: environment(desktop),
  });
  onTestFinished(() => app.close());
  const complaints: string[] = [];
  app.context().on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  app.context().on('weberror', (error) => complaints.push(String(error.error())));
  const page = await app.firstWindow();

  const ask = async <Name extends RequestName>(name: Name, argument: Argument<Name>): Promise<Result<Name>> => {
    const reply: Reply = await page.evaluate(
      ([request, value]) => {
        if (window.ringside === undefined) throw new Error('The page has no bridge');
        return window.ringside.request(request, value);
      },
      [name, argument] as const,
    );
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value as Result<Name>;
  };
  return {
    app,
    page,
    complaints,
    ask,
    async webhook() {
      const { listener } = await ask('status.get', undefined);
      return listener.kind === 'listening' ? listener.webhook : null;
    },
  };
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
