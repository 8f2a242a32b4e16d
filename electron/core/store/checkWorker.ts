import { parentPort, workerData } from 'node:worker_threads';

import type { Database } from 'better-sqlite3';

import { connectForReading } from './connection.ts';
import { readAhead } from './readAhead.ts';
import { troubleOf } from './sqliteError.ts';

/** A thread of its own: SQLite reads every page of the file, which takes seconds where the log is large. */
const { path, pauseMs } = workerData as { path: string; pauseMs: number };

/** What `look` finds wrong, or what keeps it from looking at a damaged file. */
function damageFoundBy(look: (db: Database) => string | null): string | null {
  try {
    const db = connectForReading(path);
    try {
      return look(db);
    } finally {
      db.close();
    }
  } catch (error) {
    // A file that cannot be read now (no room for the shared memory, say) is not for that reason damaged.
    return troubleOf(error) === 'damaged' ? String(error) : null;
  }
}

/** Resolves with whether the check is still wanted. */
function pause(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), pauseMs);
    parentPort?.once('message', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

const early = damageFoundBy((db) => {
  readAhead(db);
  return null;
});
const isWanted = early === null && (await pause());
const late = isWanted
  ? damageFoundBy((db) => {
      const verdict = String(db.pragma('quick_check(1)', { simple: true }));
      return verdict === 'ok' ? null : verdict;
    })
  : null;
parentPort?.postMessage(early ?? late);
// It would go on listening, and the thread with it.
parentPort?.close();
