/** Before the first cell: without it Excel takes Greek letters for something else. */
const byteOrderMark = '\uFEFF';

/** Lines of cells as a CSV file that spreadsheets open right, and in which no text can become a formula. */
export function csvOf(lines: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula is made a text by an apostrophe. */
function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
