import { chmodSync, closeSync, existsSync, openSync, readSync } from 'node:fs';

import { rulesVersion } from '../calls/rulesVersion.ts';
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
  /** A damaged file may have been moved aside all the same. */
  | { readonly kind: 'not-writable'; readonly message: string; readonly movedAside: string | null };

/**
 * Opens the database, bringing it forward or making it as needed. A newer file is left untouched, a damaged one is
 * moved aside and a fresh one begun. Only what shows at once counts as damage here: looking at every page of a large
 * file takes seconds, and a call may ring meanwhile; see `checkInBackground`.
 *
 * @throws Error for a bug of ours, never for the state of the disk
 */
export function openStore(path: string, now: Date): Opened {
  const future = existsSync(path) ? versionInHeader(path) : 0;
  if (future > latestVersion) return { kind: 'from-the-future', found: future, known: latestVersion };
  try {
    return attempt(path, null);
  } catch (error) {
    if (!isUnusableFile(error)) return notWritable(error, null);
  }
  let movedAside: string | null = null;
  try {
    movedAside = moveAside(path, now);
    return attempt(path, movedAside);
  } catch (error) {
    return notWritable(error, movedAside);
  }
}

/** @throws a bug on */
function notWritable(error: unknown, movedAside: string | null): Opened {
  if (troubleOf(error) === 'bug') throw error;
  return { kind: 'not-writable', message: error instanceof Error ? error.message : String(error), movedAside };
}

function attempt(path: string, movedAside: string | null): Opened {
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
    migrate(db);
    const store = storeOn(db);
    // A new file holds no call of older rules. Where newer rules were at work, calls are worked out with ours from now on.
    if (fresh || store.rules.version() > rulesVersion) store.rules.record(rulesVersion);
    return { kind: 'open', store, fresh, movedAside };
  } catch (error) {
    db.close();
    throw error;
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
