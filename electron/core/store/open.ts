import { chmodSync, closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';

import type { Database } from 'better-sqlite3';

import { rulesVersion } from '../calls/rulesVersion.ts';
import { NoBackup, backUp, backupFolder } from './backup.ts';
import { connect } from './connection.ts';
import { migrate, versionOf } from './migrate.ts';
import { latestVersion } from './migrations/list.ts';
import { moveAside } from './moveAside.ts';
import { isUnusableFile, troubleOf } from './sqliteError.ts';
import { type Store, storeOn } from './store.ts';

export type Opened =
  | {
      readonly kind: 'open';
      readonly store: Store;
      /** There was no file yet. */
      readonly fresh: boolean;
      /** Where a damaged file went that stood here before; null when all was well. */
      readonly movedAside: string | null;
    }
  | { readonly kind: 'from-the-future'; readonly found: number; readonly known: number }
  /** It is of an older format, and was not touched, for it could not be copied before. */
  | { readonly kind: 'not-backed-up'; readonly folder: string; readonly message: string }
  /** A damaged file may have been moved aside all the same. */
  | { readonly kind: 'not-writable'; readonly message: string; readonly movedAside: string | null };

/**
 * Opens the database, making it as needed, or bringing it forward once there is a copy of it as it was. A newer file is left untouched, a damaged one is
 * moved aside and a fresh one begun. Only what shows at once counts as damage here: looking at every page of a large
 * file takes seconds, and a call may ring meanwhile; see `checkInBackground`.
 *
 * @throws Error for a bug of ours, never for the state of the disk
 */
export function openStore(path: string, now: Date): Opened {
  const future = existsSync(path) ? versionInHeader(path) : 0;
  if (future > latestVersion) return { kind: 'from-the-future', found: future, known: latestVersion };
  try {
    return attempt(path, null, now);
  } catch (error) {
    if (error instanceof NoBackup) return { kind: 'not-backed-up', folder: error.folder, message: error.message };
    if (!isUnusableFile(error)) return notWritable(error, null);
  }
  let movedAside: string | null = null;
  try {
    movedAside = moveAside(path, now);
    return attempt(path, movedAside, now);
  } catch (error) {
    return notWritable(error, movedAside);
  }
}

/** @throws a bug on */
function notWritable(error: unknown, movedAside: string | null): Opened {
  if (troubleOf(error) === 'bug') throw error;
  return { kind: 'not-writable', message: error instanceof Error ? error.message : String(error), movedAside };
}

function attempt(path: string, movedAside: string | null, now: Date): Opened {
  const fresh = !existsSync(path);
  // Before SQLite opens it: the files it makes beside it get the same permissions.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const db = connect(path);
  try {
    const found = versionOf(db);
    if (found > latestVersion) {
      db.close();
      return { kind: 'from-the-future', found, known: latestVersion };
    }
    bringForward(db, path, found, now);
    const store = storeOn(db);
    // A new file holds no call of older rules. Where newer rules were at work, calls are worked out with ours from now on.
    if (fresh || store.rules.version() > rulesVersion) store.rules.record(rulesVersion);
    return { kind: 'open', store, fresh, movedAside };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws NoBackup before anything was changed */
function bringForward(db: Database, path: string, found: number, now: Date): void {
  const copy = found > 0 && found < latestVersion ? backUpBefore(db, path, found, now) : null;
  try {
    migrate(db);
  } catch (error) {
    // All of it is as it was, and it is tried again every few seconds: a copy each time would fill the disk.
    if (copy !== null) rmSync(copy, { force: true });
    throw error;
  }
}

/** @throws NoBackup for what the disk does not allow; SqliteError for a damaged file */
function backUpBefore(db: Database, path: string, found: number, now: Date): string {
  try {
    return backUp(db, path, found, now);
  } catch (error) {
    throw troubleOf(error) === 'not-writable' ? new NoBackup(backupFolder(path), error) : error;
  }
}

/**
 * SQLite's `user_version`, read from the file's header (offset 60, big-endian; sqlite.org/fileformat2.html) because
 * even opening a file may write to it. 0 for a file too short or that is no database.
 */
function versionInHeader(path: string): number {
  const header = Buffer.alloc(64);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, header, 0, header.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return 0;
  }
  return header.subarray(0, 16).toString('latin1') === 'SQLite format 3\0' ? header.readUInt32BE(60) : 0;
}
