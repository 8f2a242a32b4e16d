import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import type { Us } from '../../../shared/call.ts';
import { writeAtomically } from '../settings/atomicFile.ts';

/** The program that runs for us on a Windows machine, in case we cannot end it ourselves. */
const leftChild = z.object({ pid: z.int().positive(), startedUs: z.int() });

const fileIn = (dataDir: string) => join(dataDir, 'tunnel-process.json');

/** @throws on a full disk */
export function rememberChild(dataDir: string, pid: number, startedUs: Us): void {
  writeAtomically(fileIn(dataDir), JSON.stringify({ pid, startedUs }));
}

export function forgetChild(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Ends the program that a crash has left behind; resolves when that has been tried. Others may have its number by now. */
export async function endLeftChild(dataDir: string): Promise<void> {
  const left = readLeft(dataDir);
  if (left !== null) {
    await new Promise<void>((resolve) => {
      const args = ['-NoProfile', '-NonInteractive', '-Command', endIfStartedAt(left.pid, left.startedUs)];
      execFile('powershell.exe', args, { windowsHide: true, timeout: 10_000 }, () => resolve());
    });
  }
  forgetChild(dataDir);
}

function readLeft(dataDir: string): z.infer<typeof leftChild> | null {
  try {
    return leftChild.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Nothing but numbers of ours stands in the command. */
function endIfStartedAt(pid: number, startedUs: Us): string {
  const started = new Date(startedUs / 1000).toISOString();
  return (
    `$left = Get-Process -Id ${pid} -ErrorAction SilentlyContinue; ` +
    `if ($left -and [Math]::Abs(($left.StartTime.ToUniversalTime() - [DateTime]::Parse('${started}').ToUniversalTime()).TotalSeconds) -lt 5) ` +
    `{ $left.Kill() }`
  );
}
