import { parentPort, workerData } from 'node:worker_threads';

import { connectForReading } from './connection.ts';
import { readAhead } from './readAhead.ts';
import { troubleOf } from './sqliteError.ts';

/** A thread of its own: SQLite reads every page of the file, which takes seconds where the log is large. */
const { path } = workerData as { path: string };

function damage(): string | null {
  try {
    const db = connectForReading(path);
    try {
      readAhead(db);
      const verdict = String(db.pragma('quick_check(1)', { simple: true }));
      return verdict === 'ok' ? null : verdict;
    } finally {
      db.close();
    }
  } catch (error) {
    // A file that cannot be read now (no room for the shared memory, say) is not for that reason damaged.
    return troubleOf(error) === 'damaged' ? String(error) : null;
  }
}

parentPort?.postMessage(damage());
