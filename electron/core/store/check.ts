import { Worker } from 'node:worker_threads';

/**
 * Looks for damage in every page of the database without keeping anybody waiting.
 *
 * @returns what SQLite found wrong, or null when all is well or the look was called off through `signal`
 */
export function checkInBackground(path: string, signal: AbortSignal): Promise<string | null> {
  // Beside this file in the sources, beside the bundle once built.
  const script = import.meta.url.endsWith('.ts') ? './checkWorker.ts' : './checkWorker.js';
  const worker = new Worker(new URL(script, import.meta.url), { workerData: { path } });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<string | null>((resolve) => {
    worker.once('message', (damage: string | null) => resolve(damage));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  }).finally(() => signal.removeEventListener('abort', stop));
}
