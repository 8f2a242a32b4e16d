import type { ContactFacts } from '../store/contactTable.ts';
import { foldText } from '../text/fold.ts';

/** A line of a card, in octets, without its end (RFC 2426, 2.6). */
const lineOctets = 75;

/** Types that other programs know; the user's own word goes beside them, as Apple and Google write it. */
const types = new Map([
  ['mobile', 'CELL'],
  ['work', 'WORK'],
  ['home', 'HOME'],
  ['fax', 'FAX'],
  ['pager', 'PAGER'],
  ['car', 'CAR'],
]);

/** A contact as a vCard 3.0: the version that Outlook, Google, Apple and every phone read; not all know 4.0. */
export function vcard({ name, company, email, note, numbers }: ContactFacts): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    // Which part of it is the surname nobody knows.
    `N:;${escaped(name)};;;`,
    ...(company === null ? [] : [`ORG:${escaped(company)}`]),
    ...(email === null ? [] : [`EMAIL;TYPE=INTERNET:${escaped(email)}`]),
    ...numbers.flatMap(({ key, label }, at) => {
      if (label === null) return [`TEL;TYPE=VOICE:${escaped(key)}`];
      const type = types.get(foldText(label)) ?? 'VOICE';
      return [`item${at + 1}.TEL;TYPE=${type}:${escaped(key)}`, `item${at + 1}.X-ABLabel:${escaped(label)}`];
    }),
    ...(note === null ? [] : [`NOTE:${escaped(note)}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\,;]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/** Goes on in the next line behind a blank, never within a character. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > lineOctets) {
      text += '\r\n ';
      octets = 1;
    }
    text += char;
    octets += size;
  }
  return text;
}
