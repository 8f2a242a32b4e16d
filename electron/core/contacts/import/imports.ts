import { randomUUID } from 'node:crypto';

import type { ImportDeed, ImportPlan, ImportRow, ImportState, RowKind } from '../../../../shared/contactImport.ts';
import type { Reason } from '../../../../shared/refusal.ts';
import { writeNumber } from '../../numbers/write.ts';
import type { Store } from '../../store/store.ts';
import { turns } from '../../turns.ts';
import { contactView } from '../contactView.ts';
import { type PlannedRow, planRows } from './planRows.ts';
import { type ReadFile, readFile, type Wishes } from './readFile.ts';

/** The largest file, in bytes. */
export const largestFile = 50 * 1024 * 1024;

/** Files that are kept at a time; the oldest is given up for a new one. */
const mostFiles = 3;

/** A file on its way to become contacts. */
export interface Import {
  readonly id: string;
  readonly fileName: string;
  state: ImportState;
  isCancelled: boolean;
  /** The file as it came. */
  pieces: Buffer[];
  size: number;
  file: Extract<ReadFile, { kind: 'read' }> | null;
  rows: PlannedRow[];
}

export type Planned = { readonly kind: 'planned' } | { readonly kind: 'declined'; readonly reason: Reason };

/** The files that windows are importing. */
export function openImports() {
  const imports = new Map<string, Import>();

  return {
    find: (id: string) => imports.get(id) ?? null,
    /** Begins with an empty file. Null while as many are being imported as there is room for. */
    begin(fileName: string): Import | null {
      if (imports.size >= mostFiles) {
        const oldest = [...imports.values()].find(({ state }) => state.kind !== 'running');
        if (oldest === undefined) return null;
        imports.delete(oldest.id);
      }
      const begun: Import = {
        id: randomUUID(),
        fileName,
        state: { kind: 'planned' },
        isCancelled: false,
        pieces: [],
        size: 0,
        file: null,
        rows: [],
      };
      imports.set(begun.id, begun);
      return begun;
    },
    /** Gives up what was read; how it ended is remembered. */
    release(one: Import): void {
      one.pieces = [];
      one.size = 0;
      one.file = null;
      one.rows = [];
    },
  };
}

/** Reads a file and decides about its rows. */
export async function planImport(
  one: Import,
  wishes: Wishes,
  { store, country }: { readonly store: () => Store; readonly country: string },
): Promise<Planned> {
  const time = turns();
  // Joined once: it may be read anew with other wishes.
  if (one.pieces.length > 1) one.pieces = [Buffer.concat(one.pieces)];
  const file = await readFile(one.pieces[0] ?? Buffer.alloc(0), wishes, time);
  if (file.kind === 'declined') return file;
  const rows = await planRows(file.rows, store, country, time);
  one.file = { ...file, rows: [] };
  one.rows = rows;
  return { kind: 'planned' };
}

/** What a window sees of it; null before it was read. */
export function planOf({ id, fileName, file, rows }: Import): ImportPlan | null {
  if (file === null) return null;
  const counts = { add: 0, merge: 0, skip: 0, bad: 0 };
  for (const row of rows) counts[kindOf(row)] += 1;
  const { format, encoding, separator, columns } = file;
  return { id, fileName, format, encoding, separator, columns, counts };
}

function kindOf(row: PlannedRow): RowKind {
  return row.kind === 'bad' ? 'bad' : row.deed;
}

interface WhichRows {
  readonly from: number;
  readonly limit: number;
  readonly only?: RowKind;
}

/** Rows of the plan, from this index on; of one kind, or of all. */
export function rowsOf({ rows }: Import, { contacts }: Store, { from, limit, only }: WhichRows): ImportRow[] {
  const indexes: number[] = [];
  for (let index = from; index < rows.length && indexes.length < limit; index += 1) {
    const row = rows[index];
    if (row !== undefined && (only === undefined || kindOf(row) === only)) indexes.push(index);
  }
  return indexes.flatMap((index): ImportRow | [] => {
    const row = rows[index];
    if (row === undefined) return [];
    if (row.kind === 'bad') return { ...row, index };
    const { line, facts, deed, possible, remark } = row;
    const known = row.known === null ? null : contacts.get(row.known);
    const numbers = facts.numbers.map(({ key, label }) => ({ number: writeNumber(key).display, label }));
    return {
      kind: 'good',
      index,
      line,
      draft: { ...facts, numbers },
      deed,
      possible,
      known: known === null ? null : contactView(known),
      remark,
    };
  });
}

/** Chooses what becomes of rows, by their indexes; null for all. Those for which it is not possible stay as they are. */
export function chooseDeed(one: Import, chosen: readonly number[] | null, deed: ImportDeed): void {
  for (const index of chosen ?? one.rows.keys()) {
    const row = one.rows[index];
    if (row?.kind === 'good' && row.possible.includes(deed)) one.rows[index] = { ...row, deed };
  }
}
