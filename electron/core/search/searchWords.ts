import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js';

import { isExtension } from '../calls/party.ts';
import { foldText } from '../text/fold.ts';

/** One of the words that somebody looks for; a call is found by all of them. */
export interface SearchWord {
  /** Nothing but digits and the punctuation of telephone numbers. */
  readonly isNumber: boolean;
  /** As it is looked for in names, companies, notes and tags: folded. */
  readonly text: string;
  /** What is looked for in numbers; any of them will do. A number in E.164 is the only text with a plus. */
  readonly numbers: readonly string[];
  /** An extension typed in full; null for what is none. */
  readonly extension: string | null;
}

/** Digits with what people write between them. */
const numeral = /^[+\d()./–-]*\d[+\d()./–-]*$/;

/** A national number shorter than this, behind its zero, would be found in every other number. */
const shortestBehindZero = 3;

/**
 * Cuts a search into words at blanks. Neighbours that are nothing but digits and the punctuation of telephone numbers
 * are one number: "99 123" is looked for as 99123.
 *
 * @param country ISO 3166 alpha-2, in which a leading zero stands for the country's own code; empty for none
 */
export function searchWords(search: string, country: string): SearchWord[] {
  const runs: string[][] = [];
  for (const piece of search.split(/[\s\0]+/).filter((text) => text !== '')) {
    const run = runs.at(-1);
    // A plus begins another number.
    if (run !== undefined && numeral.test(piece) && !piece.startsWith('+') && run.every((one) => numeral.test(one))) {
      run.push(piece);
    } else {
      runs.push([piece]);
    }
  }
  const words = runs.map((run) => wordOf(run.join(' '), country));
  return [...new Map(words.map((word) => [word.text, word])).values()];
}

function wordOf(text: string, country: string): SearchWord {
  const folded = foldText(text);
  const isNumber = text.split(' ').every((piece) => numeral.test(piece));
  return {
    isNumber,
    text: folded,
    numbers: isNumber ? spellings(text, country) : [folded],
    extension: isExtension(text) ? text : null,
  };
}

/** How a number may stand in the log: in E.164, wherever that can be told, and as it was typed. */
function spellings(text: string, country: string): string[] {
  // "+44 (0)20" is how people write a number that is dialled in two ways.
  const digits = text.replace(/^(\+.*)\(0\)/, '$1').replaceAll(/\D/g, '');
  if (text.startsWith('+')) return [`+${digits}`];
  if (digits.startsWith('00') && digits.length > 2) return [digits, `+${digits.slice(2)}`];
  const behindZero = digits.slice(1);
  if (!digits.startsWith('0') || behindZero.length < shortestBehindZero) return [digits];
  return [digits, isSupportedCountry(country) ? `+${getCountryCallingCode(country)}${behindZero}` : behindZero];
}
