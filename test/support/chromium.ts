import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import type { TestProject } from 'vitest/node';

import { sandboxProblem } from '../../electron/cli/sandbox.ts';

/** A Chromium that starts here, or why there is none. */
export type TestChromium =
  | { readonly kind: 'ready'; readonly path: string }
  | { readonly kind: 'absent'; readonly reason: string };

declare module 'vitest' {
  interface ProvidedContext {
    chromium: TestChromium;
  }
}

/** Vitest runs this once before the end-to-end tests. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', await findOrInstall());
}

export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    // Chromium refuses its sandbox to root, and without user namespaces it has none.
    chromiumSandbox: sandboxProblem(realpathSync(path)) === null,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    timeout: 30_000,
  });
}

/** Enough for the download over a slow line; a machine without a network fails at once. */
const installMs = 180_000;

export async function findOrInstall(): Promise<TestChromium> {
  const named = process.env['RINGSIDE_CHROMIUM'];
  if (named) {
    const problem = await startProblem(named);
    return problem === null
      ? { kind: 'ready', path: named }
      : { kind: 'absent', reason: `RINGSIDE_CHROMIUM: ${problem}` };
  }
  const found = await firstThatStarts();
  if (found.kind === 'ready') return found;

  const reasons: string[] = [];
  for (const { name, commands } of installers()) {
    console.error(`No Chromium for the end-to-end tests yet: trying ${name}…`);
    reasons.push(`${name}: ${(await runAll(commands)) ?? 'done'}`);
    const installed = await firstThatStarts();
    if (installed.kind === 'ready') return installed;
    reasons.push(installed.reason);
  }
  return { kind: 'absent', reason: `no Chromium that starts (${reasons.join('; ')})` };
}

async function firstThatStarts(): Promise<TestChromium> {
  const problems: string[] = [];
  for (const path of knownPaths().filter((known) => existsSync(known))) {
    const problem = await startProblem(path);
    if (problem === null) return { kind: 'ready', path };
    problems.push(`${path}: ${problem}`);
  }
  return { kind: 'absent', reason: problems.join('; ') || 'none installed' };
}

/** Why the program does not start; null when it does. Some only pretend to be there, as Ubuntu's does without its snap. */
async function startProblem(path: string): Promise<string | null> {
  try {
    const browser = await launchChromium(path);
    await browser.close();
    return null;
  } catch (error) {
    const [words = ''] = String(error)
      .replace(/^Error: (browserType\.launch: )?/, '')
      .split('\n');
    return words;
  }
}

/** Where installers put Chrome, Chromium and Edge, and where Playwright puts its own. */
function knownPaths(): string[] {
  return [...(process.platform === 'win32' ? windowsPaths() : unixPaths()), chromium.executablePath()];
}

function windowsPaths(): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  const programs = [
    'Google\\Chrome\\Application\\chrome',
    'Chromium\\Application\\chrome',
    'Microsoft\\Edge\\Application\\msedge',
  ];
  return programs.flatMap((program) => folders.map((folder) => join(folder, `${program}.exe`)));
}

function unixPaths(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return ['chromium', 'google-chrome', 'chromium-browser', 'microsoft-edge'].map((name) => `/usr/bin/${name}`);
}

interface Installer {
  readonly name: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
}

/** The system's own package brings the libraries too, but takes root; Playwright's download goes without. */
function installers(): Installer[] {
  const isRootWithApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const download: Installer = {
    name: "Playwright's download",
    commands: [
      [process.execPath, playwright, 'install', 'chromium', '--no-shell', ...(isRootWithApt ? ['--with-deps'] : [])],
    ],
  };
  const apt: Installer = {
    name: 'apt-get install chromium',
    commands: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ],
  };
  return isRootWithApt ? [apt, download] : [download];
}

/** Runs one command after the other. Resolves with what went wrong with the first that failed, or null. */
async function runAll(commands: Installer['commands']): Promise<string | null> {
  for (const [program, ...args] of commands) {
    const problem = await new Promise<string | null>((resolve) => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      execFile(program, args, { timeout: installMs, env }, (error, _stdout, stderr) => {
        if (error === null) resolve(null);
        else if (error.killed) resolve(`not done within ${installMs / 60_000} minutes`);
        else resolve(stderr.split('\n').find((line) => /^(E:|Error|Failed)/.test(line)) ?? error.message);
      });
    });
    if (problem !== null) return problem;
  }
  return null;
}
