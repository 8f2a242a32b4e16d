import { existsSync } from 'node:fs';

import type { Call } from '../calls/call.ts';
import { type CallTable, callTable } from './callTable.ts';
import { connectForReading } from './connection.ts';
import { contactNames, nameOf } from './contactNames.ts';
import { markTable } from './markTable.ts';
import { versionOf } from './migrate.ts';
import { latestVersion } from './migrations/list.ts';
import { noteOf } from './notes.ts';
import { noteTable } from './noteTable.ts';
import { partTable } from './partTable.ts';

export type OpenedForReading =
  | {
      readonly kind: 'open';
      readonly calls: CallTable;
      /** What people know and wrote of a call. */
      readonly loreOf: (call: Call) => { name: string | null; note: string | null; tags: readonly string[] };
      readonly close: () => void;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Opens the log beside a running app, or without one. Never writes. */
export function openForReading(path: string): OpenedForReading {
  if (!existsSync(path)) return { kind: 'refused', reason: `There is no call log at ${path}.` };
  try {
    const db = connectForReading(path);
    const found = versionOf(db);
    if (found === latestVersion) {
      const tables = { parts: partTable(db), notes: noteTable(db), names: contactNames(db) };
      const marks = markTable(db);
      return {
        kind: 'open',
        calls: callTable(db),
        loreOf: (call) => ({
          name: nameOf(tables, call) || null,
          note: noteOf(tables, call),
          tags: marks.of(call.ref).tags,
        }),
        close: () => void db.close(),
      };
    }
    db.close();
    const age = found > latestVersion ? 'a newer' : 'an older';
    return {
      kind: 'refused',
      reason: `The call log ${path} is of ${age} Ringside (version ${found}; this one knows ${latestVersion}).`,
    };
  } catch (error) {
    return { kind: 'refused', reason: `The call log ${path} cannot be read: ${String(error)}` };
  }
}
