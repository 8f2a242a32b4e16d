import type { Us } from '../call.ts';
import type { Finding } from '../preview.ts';
import type { en } from './en.ts';
import { fill } from './fill.ts';

type Section = 'outcome' | 'reason' | 'finding';
type Words = { readonly [Name in Section]: Readonly<Record<keyof (typeof en)[Name], string>> };

interface Reader {
  readonly words: Words;
  /** Writes a length in µs the way the reader is used to. */
  readonly duration: (lengthUs: Us) => string;
}

/** Writes out how a call came out, next to how it comes out otherwise: the outcome, and whatever else differs. */
export function findingWords(finding: Finding | null, other: Finding | null, { words, duration }: Reader): string {
  const told = words.finding;
  if (finding === null) return told.absent;
  const differs = (key: keyof Finding) => other !== null && finding[key] !== other[key];
  const { outcome, reason, direction, ringUs, talkUs, answeredBy, offers } = finding;
  const word = words.outcome[outcome];
  return [
    reason === null ? word : fill(told.finer, { outcome: word, reason: words.reason[reason] }),
    differs('direction') && told[direction],
    differs('ringUs') && (ringUs === null ? told.quiet : fill(told.rang, { duration: duration(ringUs) })),
    differs('talkUs') && (talkUs === null ? told.silent : fill(told.talked, { duration: duration(talkUs) })),
    differs('answeredBy') &&
      (answeredBy === null ? told.answeredByNobody : fill(told.answeredBy, { extension: answeredBy })),
    differs('offers') && fill(told.offers, { count: String(offers) }),
  ]
    .filter((part) => part !== false)
    .join(', ');
}
