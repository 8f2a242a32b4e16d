import { badSource, type BadSource } from './sourceRow.ts';

export type Separator = ',' | ';' | '\t' | '|';

/** A row of the file. `line`: where it begins, from 1. */
export type CsvRow = { readonly line: number } & (
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | BadSource
);

const quotation = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads rows as loosely as programs write them: any line ends, quotation marks within a value, rows of any length. A
 * quotation mark that is never closed costs its own row and not all that follow. Made by hand: csv-parse has no such way
 * back, and takes three seconds for 50,000 rows of the 92 columns that Outlook writes; this a quarter of it.
 */
export function* readCsv(text: string, separator: Separator): Generator<CsvRow> {
  const stop = separator.charCodeAt(0);
  let at = 0;
  let line = 1;

  while (at < text.length) {
    const began = { at, line };
    const cells: string[] = [];
    let isOpen = false;
    for (let isRow = true; isRow;) {
      const quoted = text.charCodeAt(at) === quotation ? quotedCell(text, at, separator) : null;
      if (quoted?.kind === 'open') {
        isOpen = true;
        break;
      }
      const end = quoted?.kind === 'closed' ? quoted.end : plainEnd(text, at, stop);
      cells.push(quoted?.kind === 'closed' ? quoted.value : text.slice(at, end));
      if (quoted?.kind === 'closed') line += lineBreaks(quoted.value);
      isRow = text.charCodeAt(end) === stop;
      at = isRow ? end + 1 : pastBreak(text, end);
    }
    if (isOpen) {
      const end = plainEnd(text, began.at, lineFeed);
      yield { line: began.line, ...badSource(text.slice(began.at, end), 'open-quote') };
      at = pastBreak(text, end);
      line = began.line;
    } else if (cells.some((cell) => cell.trim() !== '')) {
      yield { line: began.line, kind: 'cells', cells };
    }
    line += 1;
  }
}

type QuotedCell =
  | { readonly kind: 'closed'; readonly value: string; readonly end: number }
  /** The quotation mark is part of the value: `"Jo" Smith`. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'open' };

function quotedCell(text: string, at: number, separator: Separator): QuotedCell {
  let isOdd = false;
  for (let from = at + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { kind: isOdd ? 'plain' : 'open' };
    const behind = text[quote + 1];
    if (behind === '"') {
      from = quote + 2;
      continue;
    }
    const isMultiline = lineBreaks(text.slice(at, quote)) > 0;
    if (behind === undefined || behind === separator || behind === '\r' || behind === '\n') {
      if (isOdd && isMultiline) return { kind: 'plain' };
      return { kind: 'closed', value: text.slice(at + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    // One within a line was forgotten to be doubled; behind a line break it opens the value of another row.
    if (isMultiline) return { kind: isOdd ? 'plain' : 'open' };
    isOdd = true;
    from = quote + 1;
  }
}

function lineBreaks(text: string): number {
  return text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

/** Where a value without quotation marks ends: at the next `stop`, line break, or the end. */
function plainEnd(text: string, from: number, stop: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === stop || code === lineFeed || code === carriageReturn) break;
  }
  return at;
}

function pastBreak(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
