import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Clock } from '../ports.ts';
import { endLeftChild, forgetChild, rememberChild } from './leftChild.ts';
import { readLines } from './readLines.ts';

export interface ChildOptions {
  /** Absolute path. */
  readonly program: string;
  /** Every user of the machine can read them: no secret. */
  readonly args: readonly string[];
  readonly dataDir: string;
  readonly clock: Clock;
  /** Says that the program has to end. */
  readonly signal: AbortSignal;
  /** A line that the program wrote, to either stream. */
  readonly line: (text: string) => void;
}

/** How long a program may take to end by itself, in ms. */
const graceMs = 2000;

/**
 * Runs a program, and resolves with its exit code when nothing of it is left; null when it was killed or could not be
 * started. It ends with this process, however this process ends.
 */
export async function runChild(options: ChildOptions): Promise<number | null> {
  if (options.signal.aborted) return null;
  return process.platform === 'win32' ? runOnWindows(options) : runWatched(options);
}

/**
 * Runs "$@" and hands its exit code on. A watcher reads our pipe: each line is the name of a signal for the program, and the
 * end of the pipe, which our death brings as well, kills it. The shell lets go of the program's output, so that the
 * output's end is the program's.
 */
const watch = `
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
exec >/dev/null 2>&1
{ while read -r signal <&3; do kill -"$signal" $child; done; kill -KILL $child; } &
watcher=$!
exec 3<&-
wait $child
code=$?
kill -KILL $watcher
wait $watcher
exit $code`;

async function runWatched({ program, args, clock, signal, line }: ChildOptions): Promise<number | null> {
  const child = spawn('/bin/sh', ['-c', watch, 'ringside', program, ...args], {
    // A group of its own: a Ctrl+C in our terminal is for us to hear, and we end it in order.
    detached: true,
    env: plainEnvironment(),
    stdio: 'pipe',
  });
  // The watcher may be gone before we write to it.
  child.stdin.on('error', () => {});
  return untilOver(child, clock, signal, line, {
    ask: () => void child.stdin.write('TERM\n'),
    force: () => void child.stdin.destroy(),
  });
}

/** Windows has no such shell: what a crash of ours leaves behind, the next start ends. */
async function runOnWindows({ program, args, dataDir, clock, signal, line }: ChildOptions): Promise<number | null> {
  await endLeftChild(dataDir);
  if (signal.aborted) return null;
  const child = spawn(program, args, { env: plainEnvironment(), stdio: 'pipe', windowsHide: true });
  child.stdin.on('error', () => {});
  const end = () => void child.kill();
  try {
    if (child.pid !== undefined) rememberChild(dataDir, child.pid, clock.nowUs());
  } catch {
    // Rather none than one that nobody would end.
    end();
  }
  const code = await untilOver(child, clock, signal, line, { ask: end, force: end });
  forgetChild(dataDir);
  return code;
}

/** Resolves with the exit code when the program has ended and its output is closed. */
async function untilOver(
  child: ChildProcess,
  clock: Clock,
  signal: AbortSignal,
  line: (text: string) => void,
  { ask, force }: { ask: () => void; force: () => void },
): Promise<number | null> {
  if (child.stdout !== null) readLines(child.stdout, line);
  if (child.stderr !== null) readLines(child.stderr, line);
  let callOff = () => {};
  const end = () => {
    ask();
    callOff = clock.after(graceMs, force);
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    await once(child, 'close');
    return child.exitCode;
  } catch (error) {
    line(String(error));
    return null;
  } finally {
    signal.removeEventListener('abort', end);
    callOff();
  }
}

/** Nothing but what programs need to find their files and the way out; words in English, for they are read. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names =
    'PATH HOME USER LOGNAME TMPDIR TZ SSL_CERT_FILE SSL_CERT_DIR ' +
    'HTTPS_PROXY HTTP_PROXY NO_PROXY https_proxy http_proxy no_proxy ' +
    'SystemRoot SystemDrive windir USERPROFILE USERNAME APPDATA LOCALAPPDATA ProgramData TEMP TMP';
  const known = names.split(' ').flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(known), LC_ALL: 'C' };
}
