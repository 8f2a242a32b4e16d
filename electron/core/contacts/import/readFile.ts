import type { ColumnMeaning, ImportColumn } from '../../../../shared/contactImport.ts';
import type { Reason } from '../../../../shared/refusal.ts';
import type { turns } from '../../turns.ts';
import { columnsOf } from './columns.ts';
import { draftReader } from './draftOfRow.ts';
import { decoded, detectEncoding, encodingNamed } from './encoding.ts';
import { kindOf } from './fileKind.ts';
import { readCsv, type Separator } from './readCsv.ts';
import { readVcards } from './readVcards.ts';
import { layoutOf } from './separator.ts';
import { badSource, type SourceRow } from './sourceRow.ts';

/** How somebody wants a file to be read; null leaves it to the file. */
export interface Wishes {
  readonly encoding: string | null;
  readonly separator: Separator | null;
  readonly columns: readonly ColumnMeaning[] | null;
}

export type ReadFile =
  | {
      readonly kind: 'read';
      readonly format: 'vcard' | 'csv';
      readonly encoding: string;
      readonly separator: Separator | null;
      readonly columns: readonly ImportColumn[];
      readonly rows: readonly SourceRow[];
    }
  | { readonly kind: 'declined'; readonly reason: Reason };

/** Reads all contacts of a file, letting events in. */
export async function readFile(bytes: Buffer, wishes: Wishes, time: ReturnType<typeof turns>): Promise<ReadFile> {
  const encoding = wishes.encoding === null ? detectEncoding(bytes) : encodingNamed(wishes.encoding);
  if (encoding === null) return { kind: 'declined', reason: { kind: 'no-encoding', encoding: wishes.encoding ?? '' } };
  const told = kindOf(bytes, encoding);
  if (told.kind === 'declined') return told;
  if (told.kind === 'vcard') {
    const rows = await collected(readVcards(decoded(bytes, encoding), encoding), time);
    return { kind: 'read', format: 'vcard', encoding, separator: null, columns: [], rows };
  }
  const pieces = await collected(decoded(bytes, encoding), time);
  const layout = layoutOf(pieces.join(''), wishes.separator);
  const lines = await collected(readCsv(layout.text, layout.separator), time);
  const table = lines.flatMap((row) => (row.kind === 'cells' ? [row.cells] : []));
  const { columns, hasTitles } = columnsOf(table, wishes.columns);
  const draft = draftReader(columns, hasTitles);
  const titles = hasTitles ? table[0] : undefined;
  const rows: SourceRow[] = [];
  for (const row of lines) {
    const line = row.line + layout.linesBefore;
    if (row.kind === 'bad') rows.push({ ...row, line });
    else if (row.cells !== titles) rows.push(sourceRow(line, row.cells, draft));
    if (time.isOver()) await time.next();
  }
  return { kind: 'read', format: 'csv', encoding, separator: layout.separator, columns, rows };
}

function sourceRow(line: number, cells: readonly string[], read: ReturnType<typeof draftReader>): SourceRow {
  const draft = read(cells);
  const isEmpty = draft.name === '' && draft.company === null && draft.email === null && draft.numbers.length === 0;
  return isEmpty ? { line, ...badSource(cells.join(' '), 'nothing-in-it') } : { line, kind: 'draft', draft };
}

async function collected<Item>(items: Iterable<Item>, time: ReturnType<typeof turns>): Promise<Item[]> {
  const found: Item[] = [];
  for (const item of items) {
    found.push(item);
    if (time.isOver()) await time.next();
  }
  return found;
}
