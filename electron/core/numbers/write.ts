import { parsePhoneNumberFromString } from 'libphonenumber-js';

import { isExtension } from '../calls/party.ts';

export interface WrittenNumber {
  /** For people: "+357 99 123456", or the number as it is where it is no phone number. */
  readonly display: string;
  /** ISO 3166 alpha-2; null for extensions and numbers of no known country. */
  readonly country: string | null;
}

/**
 * What was written lately, for the log names the same numbers again and again, and to work one out takes 40 µs. The same
 * number is always written the same, so nothing can grow stale.
 */
const lately = new Map<string, WrittenNumber>();
/** About two megabytes. */
const mostKept = 10_000;

/** Writes a number for people. Only E.164 is a phone number; extensions and service codes stay as they are. */
export function writeNumber(number: string): WrittenNumber {
  if (isExtension(number) || !number.startsWith('+')) return { display: number, country: null };
  const known = lately.get(number);
  if (known !== undefined) return known;
  const written = workOut(number);
  if (lately.size >= mostKept) lately.clear();
  lately.set(number, written);
  return written;
}

function workOut(number: string): WrittenNumber {
  const parsed = parsePhoneNumberFromString(number);
  return parsed === undefined
    ? { display: number, country: null }
    : { display: parsed.formatInternational(), country: parsed.country ?? null };
}
