import { closeSync, openSync, writeSync } from 'node:fs';

import { pageSize } from './filledLog.ts';

/** Overwrites a page of a database, by its number from 1, with what is no page. */
export function breakPage(path: string, number: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (number - 1) * pageSize);
  closeSync(file);
}
