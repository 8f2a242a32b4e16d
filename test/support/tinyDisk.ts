import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { tempFolder } from './tempFolder.ts';

/** A file system of its own that is quickly full. */
export interface TinyDisk {
  readonly path: string;
  /** Takes all the room there is, but for so many bytes. */
  fill(leave?: number): void;
  /** Gives that room back. */
  free(): void;
}

export type MountedDisk =
  | { readonly kind: 'mounted'; readonly disk: TinyDisk }
  | { readonly kind: 'refused'; readonly reason: string };

/** Mounts one for this test, where the system lets us. */
export function mountTinyDisk(kib: number): MountedDisk {
  if (process.platform !== 'linux') return { kind: 'refused', reason: 'only Linux mounts a disk in memory' };
  const path = tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    return { kind: 'refused', reason: 'mounting a disk in memory takes root' };
  }
  onTestFinished(() => void execFileSync('umount', [path]));
  const filler = join(path, 'filler');
  const take = (size: number) => {
    const file = openSync(filler, 'a');
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 'x'));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      closeSync(file);
    }
  };
  return {
    kind: 'mounted',
    disk: {
      path,
      fill(leave = 0) {
        const reserve = join(path, 'reserve');
        const file = openSync(reserve, 'w');
        writeSync(file, Buffer.alloc(leave, 'x'));
        closeSync(file);
        take(4096);
        rmSync(reserve);
      },
      free: () => rmSync(filler),
    },
  };
}
