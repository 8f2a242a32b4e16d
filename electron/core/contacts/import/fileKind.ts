import type { Reason } from '../../../../shared/refusal.ts';
import { decoded } from './encoding.ts';

/** What a file is that holds no contacts. */
type WrongFile = Extract<Reason['kind'], `file-${string}`>;

/** First bytes by which files are known that are no text. */
const signatures: readonly (readonly [string, WrongFile])[] = [
  ['PK\x03\x04', 'file-workbook'],
  ['\xd0\xcf\x11\xe0', 'file-old-office'],
  ['\x89PNG', 'file-picture'],
  ['\xff\xd8\xff', 'file-picture'],
  ['GIF8', 'file-picture'],
  ['RIFF', 'file-recording'],
  ['%PDF', 'file-pdf'],
  ['!BDN', 'file-outlook'],
];

export type FileKind =
  | { readonly kind: 'vcard' | 'csv' }
  /** What it is instead, and what helps. */
  | { readonly kind: 'declined'; readonly reason: Reason };

/** What a file of contacts is. `encoding` as known to `TextDecoder`. */
export function kindOf(bytes: Buffer, encoding: string): FileKind {
  const start = bytes.toString('latin1', 0, 4);
  const [, wrong] = signatures.find(([signature]) => start.startsWith(signature)) ?? [];
  if (wrong !== undefined) return declined(wrong);
  const [text = ''] = decoded(bytes.subarray(0, 64 * 1024), encoding);
  if (text.trim() === '') return declined('file-empty');
  const unprintable = text.match(/[^\P{Cc}\s]|\ufffd/gu)?.length ?? 0;
  if (unprintable > text.length / 20) return declined('file-no-text');
  if (/^\s*BEGIN:VCARD\s*$/im.test(text)) return { kind: 'vcard' };
  if (/^\s*BEGIN:VCALENDAR\s*$/im.test(text)) return declined('file-calendar');
  return { kind: 'csv' };
}

function declined(kind: WrongFile): FileKind {
  return { kind: 'declined', reason: { kind } };
}
