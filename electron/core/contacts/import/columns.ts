import type { ColumnMeaning, ImportColumn } from '../../../../shared/contactImport.ts';
import { meaningOfTitle } from './titles.ts';

/** Rows that are looked at to find out what is in a column. */
const looked = 100;

type Cells = readonly string[];

export interface Table {
  readonly columns: readonly ImportColumn[];
  /** Whether the first row names the columns. */
  readonly hasTitles: boolean;
}

/** What the columns hold: as chosen, else as their titles say, else as their values look. */
export function columnsOf(rows: readonly Cells[], chosen: readonly ColumnMeaning[] | null): Table {
  const [first = [], ...others] = rows.slice(0, looked);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const hasTitles = namesColumns(first, others);
  const values = hasTitles ? others : [first, ...others];
  const told = Array.from({ length: width }, (_, at) => {
    const cells = values.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
    const title = hasTitles ? (first[at]?.trim() ?? '') : '';
    return { title: title === '' ? String(at + 1) : title, said: title === '' ? null : meaningOfTitle(title), cells };
  });
  const guessed = guess(told);
  return {
    hasTitles,
    columns: told.map(({ title, cells }, at) => ({
      title,
      meaning: chosen?.[at] ?? (chosen === null ? (guessed[at] ?? 'ignored') : 'ignored'),
      samples: cells.slice(0, 3).map((cell) => cell.slice(0, 100)),
    })),
  };
}

/** A row of titles has words that are known as such, or none of the numbers and addresses that stand below it. */
function namesColumns(first: Cells, others: readonly Cells[]): boolean {
  if (first.some((cell) => looksLikeNumber(cell) || looksLikeEmail(cell))) return false;
  if (first.some((cell) => cell.trim() !== '' && meaningOfTitle(cell) !== null)) return true;
  return others.some((row) => row.some((cell) => looksLikeNumber(cell) || looksLikeEmail(cell)));
}

interface Told {
  readonly said: ColumnMeaning | null;
  readonly cells: Cells;
}

function guess(columns: readonly Told[]): ColumnMeaning[] {
  const isSaid = (meaning: ColumnMeaning) => columns.some(({ said }) => said === meaning);
  const hasName = isSaid('name') || isSaid('last-name') || isSaid('first-name');
  const seen = columns.map(({ said, cells }): ColumnMeaning | 'text' => {
    if (said !== null) return corrected(said, isSaid);
    // Where titles say which columns hold numbers, what looks like one elsewhere is an account or a tax number.
    if (!isSaid('email') && mostly(cells, looksLikeEmail)) return 'email';
    return !isSaid('number') && mostly(cells, looksLikeNumber) ? 'number' : 'text';
  });
  const texts = seen.flatMap((meaning, at) => (meaning === 'text' && columns[at]?.cells.length !== 0 ? [at] : []));
  const [one, two] = texts;
  const singleWords = texts.slice(0, 2).every((at) => mostly(columns[at]?.cells ?? [], (cell) => !/\s/.test(cell)));
  return seen.map((meaning, at) => {
    if (meaning !== 'text') return meaning;
    // Words that nobody has named: the first are a name, where there is none yet.
    if (hasName) return 'ignored';
    if (at === one) return singleWords && two === at + 1 ? 'first-name' : 'name';
    if (at === two) return singleWords && one === at - 1 ? 'last-name' : 'company';
    return mostly(columns[at]?.cells ?? [], (cell) => cell.length > 40) ? 'note' : 'ignored';
  });
}

/** "Όνομα" beside no surname is the whole name; "Name" beside "Vorname" is the surname. */
function corrected(said: ColumnMeaning, isSaid: (meaning: ColumnMeaning) => boolean): ColumnMeaning {
  if (said === 'first-name' && !isSaid('last-name') && !isSaid('name')) return 'name';
  if (said === 'name' && isSaid('first-name') && !isSaid('last-name')) return 'last-name';
  return said;
}

function mostly(cells: Cells, looks: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(looks).length > cells.length / 2;
}

function looksLikeNumber(cell: string): boolean {
  const text = cell.trim();
  const digits = text.replaceAll(/\D/g, '').length;
  const isDate = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(text);
  return !isDate && digits >= 6 && digits <= 20 && /^['="(+\d][\d\s+().\-/'"eE,:]*$/.test(text);
}

function looksLikeEmail(cell: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim());
}
