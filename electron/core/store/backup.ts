import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import { makeFolder } from '../makeFolder.ts';
import { fileStamp, stampedAt } from './fileStamp.ts';

/** How many copies are kept: of the version before this one, and of the one before that. */
const kept = 2;

const finished = /^ringside-\d+-(?<stamp>.+)\.db$/;

/** The database has to be copied before it is changed, and that cannot be done now. */
export class NoBackup extends Error {
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.folder = folder;
  }
}

/** Where the copies of a database lie. */
export function backupFolder(databasePath: string): string {
  return join(dirname(databasePath), 'backups');
}

/**
 * Copies a database of format `version` as it is now, whole or not at all, and returns where to. What a crash left of an
 * earlier copy goes, and so do copies beyond the newest two.
 *
 * @throws NoBackup without room for it, else what SQLite or the system says
 */
export function backUp(db: Database, databasePath: string, version: number, now: Date): string {
  const folder = backupFolder(databasePath);
  makeFolder(folder);
  for (const name of readdirSync(folder)) {
    if (/\.db\.new(?:-journal)?$/.test(name)) rmSync(join(folder, name));
  }
  requireRoom(databasePath, folder);
  const copy = join(folder, `ringside-${version}-${fileStamp(now)}.db`);
  const draft = `${copy}.new`;
  try {
    // Of the moment in which it begins, with what is still in the write-ahead log, and without what was deleted. Into an
    // empty file of ours, for the permissions.
    closeSync(openSync(draft, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(draft);
    sync(draft, 'r+');
    renameSync(draft, copy);
    // Windows has no such thing as a folder that can be synced.
    if (process.platform !== 'win32') sync(folder, 'r');
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  for (const { path } of backupsIn(folder).slice(kept)) rmSync(path);
  return copy;
}

/** Deletes the copies that were made before `beforeUs`. @throws what the system says */
export function forgetBackups(databasePath: string, beforeUs: Us): void {
  for (const { path, atUs } of backupsIn(backupFolder(databasePath))) if (atUs < beforeUs) rmSync(path);
}

/** Newest first. Files that are not ours, or were named anew, are nobody's to delete. */
function backupsIn(folder: string): { readonly path: string; readonly atUs: Us }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const atUs = stampedAt(finished.exec(name)?.groups?.['stamp'] ?? '');
      return atUs === null ? [] : [{ path: join(folder, name), atUs }];
    })
    .sort((a, b) => b.atUs - a.atUs);
}

/** It is tried every few seconds: without this a disk that is nearly full would be filled and emptied each time. */
function requireRoom(databasePath: string, folder: string): void {
  const needed = sizeOf(databasePath) + sizeOf(`${databasePath}-wal`);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
  if (free < needed) throw new NoBackup(folder, `${megabytes(needed)} MB needed, ${megabytes(free)} MB free`);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
