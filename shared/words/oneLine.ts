/** Letters of a name that are shown where there is one line for it. */
const most = 100;

/**
 * A name that somebody else chose, for a title, a menu or a sentence: on one line, of a length to be read, and without the
 * signs that turn the direction of whatever stands beside them.
 */
export function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (line.length <= most) return line;
  // By characters: half an emoji is none.
  const letters = Array.from(line.slice(0, 2 * most + 1));
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line;
}
