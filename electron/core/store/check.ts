import { Worker } from 'node:worker_threads';

/**
 * Looks for damage in every page of the database without keeping anybody waiting, after what is searched first. There is no calling it off: a thread
 * that is ended within a call to SQLite takes the whole process with it.
 *
 * @returns what SQLite found wrong, or null when all is well; once the thread has ended
 */
export function checkInBackground(path: string): Promise<string | null> {
  // Beside this file in the sources, beside the bundle once built.
  const script = import.meta.url.endsWith('.ts') ? './checkWorker.ts' : './checkWorker.js';
  const worker = new Worker(new URL(script, import.meta.url), { workerData: { path } });
  let damage: string | null = null;
  return new Promise((resolve) => {
    worker.once('message', (found: string | null) => {
      damage = found;
    });
    // It could not look; that says nothing about the file.
    worker.once('error', () => {});
    worker.once('exit', () => resolve(damage));
  });
}
