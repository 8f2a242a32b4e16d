import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { createBuilder } from 'vite';

import { developmentMark } from './buildState.ts';
import { findElectron } from './electronBinary.ts';
import { parseStartFlags } from './flags.ts';
import { obstacle } from './obstacle.ts';

/**
 * `npm run dev`: builds on every change, then reloads the page or starts Electron anew, whichever the change needs. The
 * page comes from the same scheme under the same policy as in the product: no server, no exception to make for one.
 */

const root = join(import.meta.dirname, '..', '..');
const environments = ['client', 'main', 'preload'] as const;
type EnvironmentName = (typeof environments)[number];

const argv = process.argv.slice(2);
const parsed = parseStartFlags(argv);
if (parsed.kind === 'check-policy') fail('--check-policy goes with npm start.');
if (parsed.kind !== 'run') fail(parsed.kind === 'help' ? parsed.text : parsed.message);
const binary = await findElectron();
if (binary.kind === 'absent') fail(`Electron cannot be had: ${binary.reason}.`);
const inTheWay = obstacle(binary.path, parsed.flags.sandbox);
if (inTheWay !== null) fail(inTheWay);
const program = binary.path;

let electron: ChildProcess | null = null;
let again = false;
const awaited = new Set<EnvironmentName>(environments);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => (electron === null ? process.exit(1) : electron.kill(signal)));
}
await watch();

async function watch(): Promise<void> {
  mkdirSync(join(root, dirname(developmentMark)), { recursive: true });
  writeFileSync(join(root, developmentMark), '');
  const options = { build: { watch: {}, minify: false, sourcemap: true } };
  const builder = await createBuilder({
    configFile: join(root, 'vite.config.ts'),
    mode: 'development',
    logLevel: 'warn',
    environments: { client: options, main: options, preload: options },
  });
  for (const name of environments) {
    const environment = builder.environments[name];
    const watcher = environment === undefined ? null : await builder.build(environment);
    if (watcher === null || !('on' in watcher)) throw new Error(`Vite does not watch "${name}".`);
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code === 'BUNDLE_END') afterBuild(name);
      return event.code === 'BUNDLE_END' || event.code === 'ERROR' ? event.result.close() : undefined;
    });
  }
}

function afterBuild(name: EnvironmentName): void {
  console.error(`Built ${name}.`);
  const first = awaited.delete(name);
  if (awaited.size > 0) return;
  if (electron === null) start();
  else if (name === 'client') electron.send('reload');
  else if (!first) restart(electron);
}

function start(): void {
  electron = spawn(program, [root, ...argv], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  electron.on('exit', (code) => {
    if (!again) process.exit(code ?? 1);
    again = false;
    start();
  });
}

/** The next one starts when the one before has given the data folder back. */
function restart(running: ChildProcess): void {
  again = true;
  running.kill('SIGTERM');
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
