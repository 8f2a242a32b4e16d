import { readCsv, type Separator } from './readCsv.ts';

const separators: readonly Separator[] = [',', ';', '\t', '|'];

/** Rows that are looked at. */
const most = 50;

/** Where the rows of a CSV begin, and what stands between their values. */
export interface Layout {
  readonly separator: Separator;
  /** The text of the rows. */
  readonly text: string;
  /** Lines before it. */
  readonly linesBefore: number;
}

/** `chosen`: what somebody says it is. A first line `sep=;`, which Excel writes and reads, says it too. */
export function layoutOf(text: string, chosen: Separator | null): Layout {
  const [line = '', told] = /^"?sep=([,;|\t])"?(?:\r\n|\n|\r)/i.exec(text) ?? [];
  const rows = text.slice(line.length);
  const separator = chosen ?? separators.find((one) => one === told) ?? likeliest(rows);
  return { separator, text: rows, linesBefore: line === '' ? 0 : 1 };
}

/** The one that cuts most rows into the same number of values, and into the most of them. */
function likeliest(text: string): Separator {
  const scored = separators.map((separator) => {
    const widths: number[] = [];
    for (const row of readCsv(text, separator)) {
      if (row.kind === 'cells') widths.push(row.cells.length);
      if (widths.length === most) break;
    }
    const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
    const same = widths.filter((width) => width === usual).length / Math.max(widths.length, 1);
    return { separator, score: usual === 1 ? 0 : same * 10 + Math.min(usual, 10) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}
