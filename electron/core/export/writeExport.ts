import { once } from 'node:events';
import type { Writable } from 'node:stream';

import type { ExportedCall } from './exportedCall.ts';
import { spell, type Spelling } from './spell.ts';

/** Writes calls one by one, waiting where the reader is slow, so that a log of any length needs little memory. */
export async function writeExport(calls: Iterable<ExportedCall>, out: Writable, spelling: Spelling): Promise<void> {
  for (const text of spell(calls, spelling)) {
    if (!out.write(text)) await once(out, 'drain');
  }
}
