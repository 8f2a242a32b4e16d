import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { writeAtomically } from './settings/atomicFile.ts';

/** What a listening Ringside tells programs of this user on the same machine. */
export interface Announcement {
  /** Where its self-test is begun and asked for. The key in it ends with this run. */
  readonly selfTest: string;
  /** Where events go, for a simulator. An installed Ringside keeps it to itself: it is a secret that lasts. */
  readonly webhook?: string;
  readonly extensions: readonly string[];
  /** Null when every domain is its own. */
  readonly domain: string | null;
}

const pathIn = (dataDir: string) => join(dataDir, 'running.json');

/** Writes it down, with null that nobody listens any more. @throws when the disk does not take it */
export function announce(dataDir: string, announcement: Announcement | null): void {
  if (announcement === null) rmSync(pathIn(dataDir), { force: true });
  else writeAtomically(pathIn(dataDir), `${JSON.stringify({ pid: process.pid, ...announcement })}\n`);
}

/** What the Ringside says that listens with this data folder; null when none does. */
export function readAnnouncement(dataDir: string): Partial<Readonly<Record<string, unknown>>> | null {
  try {
    const said = JSON.parse(readFileSync(pathIn(dataDir), 'utf8')) as Partial<Record<string, unknown>>;
    return typeof said['pid'] === 'number' && isAlive(said['pid']) ? said : null;
  } catch {
    // No file, or half of one: whoever wrote it does not listen.
    return null;
  }
}

/** A file outlives a program that was killed. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
