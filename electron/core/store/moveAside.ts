import { existsSync, renameSync } from 'node:fs';

import { fileStamp } from './fileStamp.ts';

/**
 * Moves a file that cannot be used out of the way, dated, with what SQLite keeps beside it. Never deletes: somebody
 * may yet get something out of it. Returns where it is now.
 */
export function moveAside(path: string, now: Date): string {
  const aside = `${path}.damaged-${fileStamp(now)}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}
