import { stringify } from 'csv-stringify/sync';

import type { ContactFacts } from '../store/contactTable.ts';
import { withGuard } from './csvGuard.ts';

/** The titles, behind the mark by which Excel knows UTF-8. Our own import knows them. `numbers`: columns for so many. */
export function csvHeader(numbers: number): string {
  const titles = Array.from({ length: numbers }, (_, at) => [`Number ${at + 1}`, `Label ${at + 1}`]).flat();
  return `\ufeff${written(['Name', 'Company', 'E-mail', 'Note', ...titles])}`;
}

/** A contact on a line, with an apostrophe before whatever a spreadsheet would take for a formula. */
export function csvLine({ name, company, email, note, numbers: all }: ContactFacts, numbers: number): string {
  const columns = Array.from({ length: numbers }, (_, at) => [all[at]?.key ?? '', all[at]?.label ?? '']).flat();
  return written([name, company ?? '', email ?? '', note ?? '', ...columns].map(withGuard));
}

function written(cells: readonly string[]): string {
  return stringify([cells], { record_delimiter: 'windows', quoted_match: /[\n\r"']/ });
}
