import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A run of `npm start`, in a process group of its own. */
export interface StartRun {
  readonly child: ChildProcess;
  /** The first whole line on standard output that matches; rejects when the run ends without one. */
  line(pattern: RegExp): Promise<string>;
  /** Resolves when it has ended. `code` is null when a signal ended it. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

export function npmStart(flags: readonly string[], env: Readonly<Record<string, string | undefined>>): StartRun {
  const child = spawn(process.execPath, [join(root, 'electron', 'cli', 'start.ts'), ...flags], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));

  return {
    child,
    ended,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = stdout
            .split('\n')
            .slice(0, -1)
            .find((candidate) => pattern.test(candidate));
          if (line !== undefined) resolve(line);
        };
        look();
        child.stdout.on('data', look);
        void ended.then(() => reject(new Error(`ended without a line like ${String(pattern)}:\n${stderr}`)));
      }),
  };
}
