import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

import type { NumberFault } from '../../../shared/contact.ts';
import { isExtension } from '../calls/party.ts';

export type ReadNumber =
  /** `key`: E.164, or the bare extension. */
  { readonly kind: 'number'; readonly key: string } | { readonly kind: 'bad'; readonly why: NumberFault };

/** `3.5799E+10`, also with a decimal comma: a spreadsheet has thrown the other digits away. */
const rounded = /^\d([.,]\d+)?e\+?\d+$/i;

/**
 * Reads a telephone number in any notation. `country` (ISO 3166 alpha-2, or empty for none) is the one whose numbers are
 * written without their prefix; without it only international notation counts. What is dialled after the connection is
 * there (`,,12#`, `;ext=12`) is no part of the number.
 */
export function readNumber(text: string, country: string): ReadNumber {
  const bare = unwrapped(text);
  if (rounded.test(bare)) return { kind: 'bad', why: 'rounded' };
  const short = bare.replaceAll(/[\s().\-/]/g, '');
  if (isExtension(short)) return { kind: 'number', key: short };
  const dialled = bare.replace(/(?<=\d[^,;]{4,})\s*[,;pw].*$/i, '').replace(/^[\s(]*00/, '+');
  const isInternational = /^[\s(]*\+/.test(dialled);
  const defaults = !isInternational && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const parsed = parsePhoneNumberFromString(dialled, { ...defaults, extract: false });
  if (parsed?.isPossible() === true) return { kind: 'number', key: parsed.number };
  const couldBeNational = !isInternational && !('defaultCountry' in defaults) && /^[\d\s().\-/]{7,25}$/.test(dialled);
  return { kind: 'bad', why: couldBeNational ? 'no-country' : 'impossible' };
}

/**
 * The number in what programs write around it: the apostrophe or formula that keeps a spreadsheet from calculating with
 * it, the `.0` of one that did, the scheme of an address, and marks that turn the direction of writing.
 */
function unwrapped(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['’=]+/, '')
    .replace(/^(tel|callto|sips?):(\/\/)?([^@]*).*$/i, '$3')
    .replace(/^\(\+([^)]*)\)/, '+$1 ')
    .replace(/^\++/, '+')
    .replace(/^(\+?\d{5,})\.0+$/, '$1')
    .trim();
}
