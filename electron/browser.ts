import { join } from 'node:path';

import packageJson from '../package.json' with { type: 'json' };
import { openPage } from './browser/openPage.ts';
import { startBrowserHost } from './browser/server.ts';
import { stopOnSignal } from './browser/stopOnSignal.ts';
import { checkPolicy } from './cli/checkPolicy.ts';
import { parseStartFlags, type StartFlags } from './cli/flags.ts';
import { runSelfTest, testableBy } from './cli/selfTest.ts';
import { say } from './cli/terminal.ts';
import { createApp } from './core/app.ts';
import { systemClock } from './core/clock.ts';
import { openFileLog } from './core/log/fileLog.ts';
import type { Notifier, Opener } from './core/ports.ts';
import { fileSecrets } from './core/secrets/fileSecrets.ts';

const builtPage = join(import.meta.dirname, '..', 'dist', 'renderer');

/** The page raises notifications itself, through the browser. */
const notifier: Notifier = {
  show: () => Promise.resolve({ kind: 'not-needed' }),
  close() {},
};

const opener: Opener = {
  open(url) {
    openPage(url);
    return Promise.resolve({ kind: 'opened' });
  },
};

/** Runs Ringside in an ordinary browser, until a signal ends the process. `distDir` holds the built page. */
export async function runBrowserHost(flags: StartFlags, distDir = builtPage): Promise<void> {
  const log = openFileLog(flags.start.dataDir, systemClock);
  const app = await createApp({
    start: flags.start,
    version: packageJson.version,
    clock: systemClock,
    notifier,
    opener,
    secrets: fileSecrets(flags.start.dataDir),
    log,
    say,
  });
  try {
    const host = await startBrowserHost({ app, clock: systemClock, log, distDir, uiPort: flags.uiPort });
    stopOnSignal(async () => {
      await host.stop();
      await app.stop();
      await log.close();
    });
    say('stdout', `Ringside: ${host.url}`);
    if (flags.open) openPage(host.issueUrl());
  } catch (error) {
    say('stderr', reasonNotToStart(error, flags.uiPort));
    await app.stop();
    await log.close();
    process.exitCode = 1;
  }
}

/** The self-test of a Ringside that is started for it, without a page. Resolves with the exit code. */
export async function testInBrowserHost({ start }: StartFlags): Promise<number> {
  const log = openFileLog(start.dataDir, systemClock);
  const app = await createApp({
    start: { ...start, windowless: true },
    version: packageJson.version,
    clock: systemClock,
    notifier,
    opener,
    secrets: fileSecrets(start.dataDir),
    log,
    say: (stream, text) => void (stream === 'stderr' && say(stream, text)),
  });
  const exitCode = await runSelfTest(testableBy((name) => app.request(name, undefined)));
  await app.stop();
  await log.close();
  return exitCode;
}

function reasonNotToStart(error: unknown, uiPort: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${uiPort} is taken by another program. Choose another for the page with --ui-port, or leave it out.`;
    case 'EACCES':
      return `Port ${uiPort} may not be used by this user. Choose another for the page with --ui-port, or leave it out.`;
    case 'ENOENT':
      return 'The page is not built yet: npm run build.';
    default:
      return `The page cannot be served: ${String(error)}`;
  }
}

if (import.meta.main) {
  const parsed = parseStartFlags(process.argv.slice(2));
  switch (parsed.kind) {
    case 'run':
      await runBrowserHost(parsed.flags);
      break;
    case 'help':
      say('stdout', parsed.text);
      break;
    case 'check-policy':
      process.exitCode = checkPolicy(parsed.path);
      break;
    case 'error':
      say('stderr', parsed.message);
      process.exitCode = 2;
  }
}
