import { foldText } from '../text/fold.ts';

/** What numbers are written with, and nothing else. */
const numberLike = /^(?=.*\d)[\d\s+().\-/*#]+$/;

/** The words of a text as they are compared. */
function wordsOf(text: string): string[] {
  return foldText(text)
    .replaceAll(/\p{Cf}/gu, '')
    .split(/[\s\p{P}\p{Cc}]+/u)
    .filter((word) => word !== '');
}

/** What a contact is found by, for the columns `text` and `digits`. */
export function searchable(contact: {
  readonly name: string;
  readonly company: string | null;
  readonly numbers: readonly { readonly key: string }[];
}): { text: string; digits: string } {
  const words = wordsOf(`${contact.name} ${contact.company ?? ''}`);
  return {
    text: spaced([...new Set(words)]),
    digits: spaced(contact.numbers.map(({ key }) => key.replace('+', ''))),
  };
}

function spaced(words: readonly string[]): string {
  return words.map((word) => `  ${word}`).join('');
}

/**
 * The FTS5 expression for what somebody typed: every word of it is in the name or the company, or in a number, which may
 * be written in any notation. Null where nothing was typed to look for.
 */
export function matchExpression(search: string): string | null {
  const words = wordsOf(search);
  if (words.length === 0) return null;
  const inText = words.map((word) => `text : ${phrase(word)}`);
  if (!numberLike.test(search)) {
    const each = words.map((word, at) =>
      /^\d+$/.test(word) ? `(${inText[at]} OR digits : ${phrase(word)})` : inText[at],
    );
    return each.join(' AND ');
  }
  // "00" and the "0" before an area code stand for what the stored number begins with.
  const digits = search.replaceAll(/[^\d*#]/g, '').replace(/^0+(?=.)/, '');
  return `digits : ${phrase(digits)} OR (${inText.join(' AND ')})`;
}

/** Three characters are found anywhere; fewer, with the blanks before them, where a word begins. */
function phrase(word: string): string {
  const length = Array.from(word).length;
  return `"${length < 3 ? `  ${word}`.slice(length - 1) : word}"`;
}
