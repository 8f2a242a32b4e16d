import { isUtf8 } from 'node:buffer';

import chardet from 'chardet';

/** How much of a file is looked at, in bytes; with accents few and far between, only lines that have some. */
const sampleBytes = 8 * 1024;

/** From so many bytes on, statistics about letters are worth more than what is usual. */
const enoughBytes = 1000;

/** How much is decoded at a time. */
const pieceBytes = 64 * 1024;

/** Encodings that lists of people really come in, where the bytes alone do not tell. The likeliest first. */
const usual = ['windows-1253', 'windows-1252', 'macintosh', 'iso-8859-7', 'windows-1251', 'windows-1250'];

/** The encoding of a text, by a name that `TextDecoder` knows: what its first bytes say, else what makes words of it. */
export function detectEncoding(bytes: Buffer): string {
  const marked = byMark(bytes) ?? byZeros(bytes.subarray(0, sampleBytes));
  if (marked !== null) return marked;
  if (isUtf8(bytes)) return 'utf-8';
  const sample = accented(bytes);
  const told = chardet
    .analyse(sample)
    .flatMap(({ name }) => encodingNamed(name) ?? [])
    .filter((name) => !name.startsWith('utf-'));
  // Statistics need some text to go by: of a few names several encodings make words.
  const candidates = sample.length < enoughBytes ? [...usual, ...told.slice(0, 3)] : [...told.slice(0, 3), ...usual];
  const [best = 'windows-1252'] = [...new Set(candidates)]
    .map((name) => ({ name, likely: likelihood(new TextDecoder(name).decode(sample)) }))
    .sort((a, b) => b.likely - a.likely)
    .map(({ name }) => name);
  return best;
}

/** The text in pieces. @throws RangeError for an encoding that is not known */
export function* decoded(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
  }
  yield decoder.decode();
}

/** The name by which an encoding is known; null when it is not. */
export function encodingNamed(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function byMark(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, 3);
  if (start === '\xef\xbb\xbf') return 'utf-8';
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  return start.startsWith('\xfe\xff') ? 'utf-16be' : null;
}

/** UTF-16 without a mark: separators, digits and line breaks have a zero in every second place, and none elsewhere. */
function byZeros(sample: Buffer): string | null {
  let even = 0;
  let odd = 0;
  for (let at = sample.indexOf(0); at !== -1; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = sample.length / 20;
  if (odd > enough && even < odd / 20) return 'utf-16le';
  return even > enough && odd < even / 20 ? 'utf-16be' : null;
}

/** The first lines with anything but ASCII in them. */
function accented(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length && size < sampleBytes;) {
    const end = bytes.indexOf(0x0a, at);
    const line = bytes.subarray(at, end === -1 ? bytes.length : end + 1).subarray(0, sampleBytes);
    if (line.some((byte) => byte > 0x7f)) {
      lines.push(line);
      size += line.length;
    }
    at = end === -1 ? bytes.length : end + 1;
  }
  return Buffer.concat(lines);
}

/**
 * How much of a text looks like words: letters beside letters of the same script, capitals only where a word begins or
 * among capitals. The wrong one of two encodings puts symbols, or capitals, into the middle of words.
 */
function likelihood(text: string): number {
  let score = 0;
  const isUpper = (char: string) => char !== char.toLowerCase();
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const accents = word.match(/[^\p{ASCII}]/gu)?.length ?? 0;
    if (accents === 0) continue;
    const isShaped = !isUpper(word.slice(1)) || !isUpper(word.toUpperCase()) || word === word.toUpperCase();
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u].filter((one) => one.test(word));
    score += isShaped && scripts.length < 2 ? accents : -accents;
  }
  // A symbol within a word, or nothing at all, is a letter read wrongly.
  score -=
    2 *
    (text.match(/(?<=\p{L})[^\p{ASCII}\p{L}\p{M}\p{P}\p{Z}]|[^\p{ASCII}\p{L}\p{M}\p{P}\p{Z}](?=\p{L})/gu)?.length ?? 0);
  return score - 5 * (text.match(/[\ufffd\u0080-\u009f]/gu)?.length ?? 0);
}
