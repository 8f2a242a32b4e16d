import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { assertNever } from '../../shared/assertNever.ts';
import { buildIfStale } from './build.ts';
import { checkPolicy } from './checkPolicy.ts';
import { findElectron } from './electronBinary.ts';
import { endWithNpm } from './endWithNpm.ts';
import { parseStartFlags } from './flags.ts';
import type { StartFlags } from './flags.ts';
import { obstacle } from './obstacle.ts';
import { runningRingside, runSelfTest } from './selfTest.ts';
import { windowSystemSwitches } from './windowSystem.ts';

/** `npm start`: builds what is missing, then runs Ringside in Electron, or in the browser. */

const root = join(import.meta.dirname, '..', '..');
const argv = process.argv.slice(2);
const parsed = parseStartFlags(argv);
switch (parsed.kind) {
  case 'help':
    console.log(parsed.text);
    break;
  case 'error':
    console.error(parsed.message);
    process.exitCode = 2;
    break;
  case 'check-policy':
    process.exitCode = checkPolicy(parsed.path);
    break;
  case 'run': {
    const running = parsed.flags.selfTest ? runningRingside(parsed.flags.start.dataDir) : null;
    if (running !== null) {
      process.exitCode = await runSelfTest(running);
      break;
    }
    // A test without a window needs no page.
    if (!parsed.flags.selfTest || !parsed.flags.browser) await buildIfStale(root);
    endWithNpm();
    await run(parsed.flags);
    break;
  }
  default:
    assertNever(parsed);
}

async function run(flags: StartFlags): Promise<void> {
  if (flags.browser) return runBrowser(flags);
  const electron = await findElectron();
  if (electron.kind === 'absent') {
    console.error(`Electron cannot be had (${electron.reason}); starting Ringside in the browser instead.`);
    return runBrowser(flags);
  }
  const inTheWay = obstacle(electron.path, flags.sandbox);
  if (inTheWay !== null) {
    console.error(inTheWay);
    process.exitCode = 1;
    return;
  }
  runElectron(electron.path);
}

async function runBrowser(flags: StartFlags): Promise<void> {
  const { runBrowserHost, testInBrowserHost } = await import('../browser.ts');
  if (flags.selfTest) process.exitCode = await testInBrowserHost(flags);
  else await runBrowserHost(flags);
}

/** Hands the terminal over to Electron: its lines, its signals and its exit code are ours. */
function runElectron(program: string): void {
  const switches = windowSystemSwitches(process.platform, process.env);
  const electron = spawn(program, [...switches, root, ...argv], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => electron.kill(signal));
  electron.on('error', (error) => {
    console.error(`Electron cannot be started: ${error.message}`);
    process.exitCode = 1;
  });
  electron.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
