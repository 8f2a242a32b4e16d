import type { ContactDraft, NumberFault } from '../../../shared/contact.ts';
import { readNumber } from '../numbers/read.ts';
import { writeNumber } from '../numbers/write.ts';
import type { ContactFacts, StoredNumber } from '../store/contactTable.ts';

export interface BadNumber {
  readonly number: string;
  readonly why: NumberFault;
}
export interface ReadDraft {
  /** Null when there is nothing by which the contact could go. */
  readonly facts: ContactFacts | null;
  readonly bad: readonly BadNumber[];
}

/** The most that is kept of each, in characters; the schema holds windows to the same. */
const most = { name: 200, company: 200, email: 320, note: 10_000, label: 50, numbers: 50 };

/**
 * Reads a contact as somebody or some program wrote it: numbers in any notation, each once, and a name in any case; that
 * of the company, the first number or the e-mail where there is none.
 */
export function readDraft(draft: ContactDraft, country: string): ReadDraft {
  const numbers = new Map<string, StoredNumber>();
  const bad: BadNumber[] = [];
  for (const { number, label } of draft.numbers) {
    if (number.trim() === '') continue;
    const read = readNumber(number, country);
    if (read.kind === 'bad') bad.push({ number, why: read.why });
    else if (!numbers.has(read.key)) numbers.set(read.key, { key: read.key, label: line(label, most.label) });
  }
  const kept = [...numbers.values()].slice(0, most.numbers);
  const company = line(draft.company, most.company);
  const email = line(draft.email, most.email);
  const name = line(draft.name, most.name) ?? company ?? firstOf(kept) ?? email;
  if (name === null) return { facts: null, bad };
  return { facts: { name, company, email, note: paragraphs(draft.note), numbers: kept }, bad };
}

function firstOf([first]: readonly StoredNumber[]): string | null {
  return first === undefined ? null : writeNumber(first.key).display;
}

/** Text on one line, or null where there is none. */
function line(text: string | null, length: number): string | null {
  if (text === null || text === '') return null;
  return cut(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), length);
}

function paragraphs(text: string | null): string | null {
  if (text === null || text === '') return null;
  const clean = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
  return cut(clean.trim(), most.note);
}

/** Never between the halves of a character; composed, for some systems take accents apart. */
function cut(text: string, length: number): string | null {
  const composed = text.toWellFormed().normalize('NFC');
  const short =
    composed.length <= length
      ? composed
      : composed
          .slice(0, length)
          .replace(/[\uD800-\uDBFF]$/, '')
          .trimEnd();
  return short === '' ? null : short;
}
