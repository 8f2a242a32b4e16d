import { decoded } from './encoding.ts';

/** First bytes by which files are known that are no text. */
const signatures: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'This is a workbook or an archive. Open it in its program, save it as CSV, and import that.'],
  ['\xd0\xcf\x11\xe0', 'This is an old Office file. Open it in its program, save it as CSV, and import that.'],
  ['\x89PNG', 'This is a picture, and no list of contacts.'],
  ['\xff\xd8\xff', 'This is a picture, and no list of contacts.'],
  ['GIF8', 'This is a picture, and no list of contacts.'],
  ['RIFF', 'This is a picture or a recording, and no list of contacts.'],
  ['%PDF', 'This is a PDF. Ask for the list as CSV or vCard.'],
  ['!BDN', 'This is an Outlook data file. Let Outlook export the contacts as CSV, and import that.'],
];

export type FileKind =
  | { readonly kind: 'vcard' | 'csv' }
  /** What it is instead, and what helps. */
  | { readonly kind: 'declined'; readonly reason: string };

/** What a file of contacts is. `encoding` as known to `TextDecoder`. */
export function kindOf(bytes: Buffer, encoding: string): FileKind {
  const start = bytes.toString('latin1', 0, 4);
  const [, reason] = signatures.find(([signature]) => start.startsWith(signature)) ?? [];
  if (reason !== undefined) return declined(reason);
  const [text = ''] = decoded(bytes.subarray(0, 64 * 1024), encoding);
  if (text.trim() === '') return declined('The file is empty.');
  const unprintable = text.match(/[^\P{Cc}\s]|\ufffd/gu)?.length ?? 0;
  if (unprintable > text.length / 20) return declined('This is no text, and so no list of contacts.');
  if (/^\s*BEGIN:VCARD\s*$/im.test(text)) return { kind: 'vcard' };
  if (/^\s*BEGIN:VCALENDAR\s*$/im.test(text)) return declined('This is a calendar. Contacts come as vCard or CSV.');
  return { kind: 'csv' };
}

function declined(reason: string): FileKind {
  return { kind: 'declined', reason };
}
