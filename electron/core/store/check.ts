import { Worker } from 'node:worker_threads';

/** A file of more bytes is not read from end to end while everybody waits for the program to be there. */
const largeBytes = 100_000_000;

/**
 * How long the check of a file waits, in ms. It reads every page, wherever that lies: of a gigabyte that keeps a processor
 * and the disk busy for seconds, just when a window opens and somebody types into its search.
 */
export function pauseBeforeCheckMs(bytes: number): number {
  return bytes > largeBytes ? 60_000 : 0;
}

/**
 * Looks for damage in every page of the database without keeping anybody waiting, `pauseMs` after what is searched first
 * was read. `signal` ends the pause and calls the check off; one that has begun goes on, for a thread that is ended within a
 * call to SQLite takes the whole process with it.
 *
 * @returns what SQLite found wrong, or null when all is well; once the thread has ended
 */
export function checkInBackground(path: string, pauseMs: number, signal: AbortSignal): Promise<string | null> {
  // Beside this file in the sources, beside the bundle once built.
  const script = import.meta.url.endsWith('.ts') ? './checkWorker.ts' : './checkWorker.js';
  const worker = new Worker(new URL(script, import.meta.url), { workerData: { path, pauseMs } });
  const callOff = () => worker.postMessage('call off');
  if (signal.aborted) callOff();
  else signal.addEventListener('abort', callOff);
  let damage: string | null = null;
  return new Promise((resolve) => {
    worker.once('message', (found: string | null) => {
      damage = found;
    });
    // It could not look; that says nothing about the file.
    worker.once('error', () => {});
    worker.once('exit', () => {
      signal.removeEventListener('abort', callOff);
      resolve(damage);
    });
  });
}
