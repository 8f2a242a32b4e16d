import { once } from 'node:events';
import type { Writable } from 'node:stream';

import { stringify } from 'csv-stringify/sync';

import { type ExportedCall, exportedColumns } from './exportedCall.ts';

export const exportFormats = ['json', 'ndjson', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * Writes calls one by one, waiting where the reader is slow, so that a log of any length needs little memory. CSV is
 * raw by default, as scripts want it; `forSpreadsheets` puts an apostrophe before what Excel would run as a formula.
 */
export async function writeExport(
  calls: Iterable<ExportedCall>,
  format: ExportFormat,
  out: Writable,
  { forSpreadsheets = false }: { forSpreadsheets?: boolean } = {},
): Promise<void> {
  const put = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const csvLine = (values: readonly unknown[]) =>
    stringify([values.map(csvValue)], { record_delimiter: 'windows', escape_formulas: forSpreadsheets });

  if (format === 'csv') await put(csvLine(exportedColumns));
  let first = true;
  for (const call of calls) {
    switch (format) {
      case 'json':
        await put(`${first ? '[' : ','}\n  ${JSON.stringify(call)}`);
        break;
      case 'ndjson':
        await put(`${JSON.stringify(call)}\n`);
        break;
      case 'csv':
        await put(csvLine(exportedColumns.map((column) => call[column])));
        break;
    }
    first = false;
  }
  if (format === 'json') await put(first ? '[]\n' : '\n]\n');
}

/** Flags read true and false, as in the JSON; what is unknown is an empty cell. */
function csvValue(value: unknown): string | number | null {
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
