import { createStream, type RotatingFileStream } from 'rotating-file-stream';

import { makeFolder } from '../makeFolder.ts';
import type { Clock, Log } from '../ports.ts';
import { maskNumbers } from './mask.ts';

/**
 * A log of JSON lines in `ringside.log` in the data folder: 1 MiB a file, five older ones kept beside it, telephone
 * numbers masked. A disk that refuses the log must never stop the calls, so its errors are dropped.
 */
export function openFileLog(dataDir: string, clock: Clock): Log & { close(): Promise<void> } {
  let stream: RotatingFileStream | null = null;

  const open = (): RotatingFileStream | null => {
    try {
      makeFolder(dataDir);
    } catch {
      return null;
    }
    const opened = createStream('ringside.log', { path: dataDir, size: '1M', maxFiles: 5, mode: 0o600 });
    opened.on('error', () => {});
    opened.on('warning', () => {});
    return opened;
  };
  const write = (level: string, message: string, fields: Readonly<Record<string, unknown>> = {}) => {
    stream ??= open();
    const at = new Date(clock.nowUs() / 1000).toISOString();
    const masked = JSON.stringify({ level, message, ...fields }, (_key, value: unknown) =>
      typeof value === 'string' ? maskNumbers(value) : value,
    );
    stream?.write(`{"at":"${at}",${masked.slice(1)}\n`);
  };
  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
    close: () =>
      new Promise((resolve) => {
        if (stream === null) resolve();
        else stream.end(() => resolve());
      }),
  };
}
