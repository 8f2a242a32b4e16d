import { stringify } from 'csv-stringify/sync';

import { type ExportedCall, exportedColumns } from './exportedCall.ts';

export const exportFormats = ['json', 'ndjson', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface Spelling {
  readonly format: ExportFormat;
  /** CSV is raw by default, as scripts want it; with this, an apostrophe stands before what Excel would run as a formula. */
  readonly forSpreadsheets?: boolean;
  /** CSV begins with a byte order mark, by which Excel knows UTF-8. */
  readonly byteOrderMark?: boolean;
}

/** Spells calls as a file, a piece for each. */
export function* spell(
  calls: Iterable<ExportedCall>,
  { format, forSpreadsheets = false, byteOrderMark = false }: Spelling,
): Generator<string, undefined> {
  const csvLine = (values: readonly unknown[]) =>
    stringify([values.map(csvValue)], { record_delimiter: 'windows', escape_formulas: forSpreadsheets });

  if (format === 'csv') yield (byteOrderMark ? '\uFEFF' : '') + csvLine(exportedColumns);
  let first = true;
  for (const call of calls) {
    switch (format) {
      case 'json':
        yield `${first ? '[' : ','}\n  ${JSON.stringify(call)}`;
        break;
      case 'ndjson':
        yield `${JSON.stringify(call)}\n`;
        break;
      case 'csv':
        yield csvLine(exportedColumns.map((column) => call[column]));
        break;
    }
    first = false;
  }
  if (format === 'json') yield first ? '[]\n' : '\n]\n';
}

/** Flags read true and false, as in the JSON; what is unknown is an empty cell. */
function csvValue(value: unknown): string | number | null {
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
