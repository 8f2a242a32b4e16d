import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addContact } from '../../../electron/core/contacts/changes.ts';
import { decoded, detectEncoding } from '../../../electron/core/contacts/import/encoding.ts';
import { planRows } from '../../../electron/core/contacts/import/planRows.ts';
import { readFile } from '../../../electron/core/contacts/import/readFile.ts';
import { writeRow } from '../../../electron/core/contacts/import/writeRows.ts';
import { removeContacts } from '../../../electron/core/contacts/keepContacts.ts';
import { readDraft } from '../../../electron/core/contacts/readDraft.ts';
import { contactFile } from '../../../electron/core/contacts/writeContacts.ts';
import type { ContactFacts } from '../../../electron/core/store/contactTable.ts';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { type Store, storeOn } from '../../../electron/core/store/store.ts';
import { turns } from '../../../electron/core/turns.ts';
import type { ContactDraft } from '../../../shared/contact.ts';

function emptyStore(): Store {
  const db = new Database(':memory:');
  migrate(db);
  return storeOn(db);
}

const asItIs = { encoding: null, separator: null, columns: null };

const fileOf = (store: Store, format: 'csv' | 'vcard', ids: readonly number[] | null = null) =>
  Array.from(contactFile(store, ids, format), ({ text }) => text).join('');

/** Reads a file into a store, every row as the plan says. */
async function importInto(store: Store, bytes: Buffer): Promise<void> {
  const file = await readFile(bytes, asItIs, turns());
  if (file.kind === 'declined') throw new Error(file.reason.kind);
  const rows = await planRows(file.rows, () => store, '', turns());
  store.write(() => {
    for (const row of rows) writeRow(store, row, () => null, 2);
  });
}

const everybody = (store: Store) => store.contacts.following(0, 1000).map(({ id }) => id);

function people(store: Store): ContactFacts[] {
  return store.contacts
    .following(0, 1000)
    .map(({ name, company, email, note, numbers }) => ({ name, company, email, note, numbers }));
}

/** Text that breaks what was written carelessly. */
const hostile = fc.oneof(
  fc.constantFrom(
    '=cmd()|A1',
    "'=1+1",
    "''-x",
    '@SUM(A1)',
    '+1',
    '-1',
    'a "quoted" name',
    '"',
    'x,y;z\\n',
    'back\\slash\\',
    '\\',
    ';',
    ',',
    'one\ntwo\n\n three',
    'שלום عليكم',
    '👩‍👩‍👧 Zoë',
    ' ::: ',
    'END:VCARD',
    'BEGIN:VCARD',
    'sep=;',
    'a\tb',
    '|',
    '\u202eabc',
    'Ωραία',
    'x'.repeat(200),
    '=0D=0A=',
    'name',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const maybe = fc.option(hostile, { nil: null });
const draft = fc.record({
  name: hostile,
  company: maybe,
  email: maybe,
  note: fc.oneof(maybe, fc.constant('ν"\n;,\\'.repeat(1999))),
});

/** Contacts with hostile words, and numbers that are theirs alone. */
const contacts = fc
  .array(fc.tuple(draft, fc.array(maybe, { maxLength: 3 })), { minLength: 1, maxLength: 8 })
  .map((drafts) =>
    drafts.map(([texts, labels], at): ContactDraft => ({
      ...texts,
      numbers: [
        { number: `+3579900000${at}`, label: null },
        ...labels.map((label, nth) => ({ number: `+357991${nth}000${at}`, label })),
        ...(at === 0 ? [{ number: '*98', label: 'Home' }] : []),
      ],
    })),
  );

describe('a file of contacts', () => {
  test.for(['csv', 'vcard'] as const)('as %s is read back without loss, whatever people are called', async (format) => {
    const [from, to] = [emptyStore(), emptyStore()];
    await fc.assert(
      fc.asyncProperty(contacts, async (drafts) => {
        for (const store of [from, to]) store.write(() => removeContacts(store, everybody(store)));
        for (const one of drafts) {
          const { facts } = readDraft(one, '');
          if (facts !== null) from.write(() => addContact(from, facts, 1));
        }
        await importInto(to, Buffer.from(fileOf(from, format)));
        expect(people(to)).toEqual(people(from));
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  const maria: ContactFacts = {
    name: 'Μαρία; Γεωργίου',
    company: '=cmd()',
    email: null,
    note: 'one\ntwo',
    numbers: [
      { key: '+35799123456', label: 'Mobile' },
      { key: '1002', label: null },
    ],
  };

  test('is safe in a spreadsheet, and tells it the encoding', () => {
    const store = emptyStore();
    store.write(() => addContact(store, maria, 1));
    expect(fileOf(store, 'csv')).toBe(
      '\ufeffName,Company,E-mail,Note,Number 1,Label 1,Number 2,Label 2\r\n' +
        'Μαρία; Γεωργίου,"\'=cmd()",,"one\ntwo","\'+35799123456",Mobile,1002,\r\n',
    );
  });

  test('has lines of 75 octets at most, and whole characters', () => {
    const store = emptyStore();
    store.write(() => addContact(store, { ...maria, note: 'Σημείωση '.repeat(50) }, 1));
    const text = fileOf(store, 'vcard');
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.slice(0, 5)).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Μαρία\\; Γεωργίου',
      'N:;Μαρία\\; Γεωργίου;;;',
      'ORG:=cmd()',
    ]);
    expect(text).toContain('item1.TEL;TYPE=CELL:+35799123456\r\nitem1.X-ABLabel:Mobile\r\n');
  });

  test('holds the chosen ones alone, piece by piece, and nobody waits for it', () => {
    const store = emptyStore();
    const ids = Array.from({ length: 450 }, (_, at) =>
      store.write(() => addContact(store, { ...maria, name: `P${at}`, numbers: [] }, 1).id),
    );
    expect(fileOf(store, 'vcard', ids.slice(3, 5)).match(/^FN:.*$/gm)).toEqual(['FN:P3', 'FN:P4']);
    const pieces = contactFile(store, null, 'vcard');
    expect(pieces.next().value?.rows).toBe(200);
    store.write(() => store.contacts.remove(ids[449] ?? 0));
    expect([...pieces].reduce((sum, { rows }) => sum + rows, 0)).toBe(249);
  });
});

test('no bytes whatever make reading them fail', async () => {
  const store = emptyStore();
  const token = fc.constantFrom(
    'BEGIN:VCARD\r\n',
    'END:VCARD\r\n',
    'AGENT:\r\n',
    'TEL;CELL:+35799123456\r\n',
    'FN;ENCODING=QUOTED-PRINTABLE:=CE=\r\n',
    'N:a;b\\',
    ' folded\n',
    'FN;CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:=ZZ=FF\n',
    'NOTE;ENCODING=b:%%%\n',
    'item1.',
    ';;;:',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    'sep=',
    'Name,Phone\n',
    '+357 99 123456',
    '3.5E+9',
    '\0',
    '\ufeff',
    'Ά',
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
    fc.array(token, { maxLength: 40 }).map((tokens) => Buffer.from(tokens.join(''))),
    fc.array(token, { maxLength: 40 }).map((tokens) => Buffer.from(tokens.join(''), 'latin1')),
    fc.array(token, { maxLength: 40 }).map((tokens) => Buffer.from(tokens.join(''), 'utf16le')),
  );
  const wishes = fc.record({
    encoding: fc.constantFrom(null, 'utf-8', 'windows-1253', 'utf-16le'),
    separator: fc.constantFrom(null, ',', ';', '\t', '|'),
    columns: fc.option(fc.array(fc.constantFrom('ignored', 'name', 'number', 'email', 'note'), { maxLength: 5 }), {
      nil: null,
    }),
  });
  await fc.assert(
    fc.asyncProperty(bytes, wishes, async (content, how) => {
      const file = await readFile(content, how, turns());
      const sources = file.kind === 'read' ? file.rows : [];
      const rows = await planRows(sources, () => store, 'CY', turns());
      expect(rows).toHaveLength(sources.length);
      expect(rows.every(({ line }) => line >= 1)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test.for([
  ['windows-1253', 'Άννα', [0xa2, 0xed, 0xed, 0xe1]],
  ['iso-8859-7', 'Άννα', [0xb6, 0xed, 0xed, 0xe1]],
  ['windows-1252', 'José', [0x4a, 0x6f, 0x73, 0xe9]],
  ['macintosh', 'José', [0x4a, 0x6f, 0x73, 0x8e]],
] as const)('an encoding is told even by one short name: %s', ([encoding, name, bytes]) => {
  const content = Buffer.concat([Buffer.from('Name,Phone\n'), Buffer.from(bytes), Buffer.from('\n')]);
  expect(detectEncoding(content)).toBe(encoding);
  expect(Array.from(decoded(content, encoding)).join('')).toContain(name);
});
