import { createStream } from 'rotating-file-stream';

import type { Clock, Log } from '../ports.ts';
import { maskNumbers } from './mask.ts';

/**
 * A log of JSON lines in `ringside.log` in the data folder: 1 MiB a file, five older ones kept beside it, telephone
 * numbers masked. A disk that refuses the log must never stop the calls, so its errors are dropped.
 */
export function openFileLog(dataDir: string, clock: Clock): Log & { close(): Promise<void> } {
  const stream = createStream('ringside.log', { path: dataDir, size: '1M', maxFiles: 5, mode: 0o600 });
  stream.on('error', () => {});
  stream.on('warning', () => {});

  const write = (level: string, message: string, fields: Readonly<Record<string, unknown>> = {}) => {
    const at = new Date(clock.nowUs() / 1000).toISOString();
    const masked = JSON.stringify({ level, message, ...fields }, (_key, value: unknown) =>
      typeof value === 'string' ? maskNumbers(value) : value,
    );
    stream.write(`{"at":"${at}",${masked.slice(1)}\n`);
  };
  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
