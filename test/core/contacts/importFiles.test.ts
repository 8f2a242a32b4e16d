import { describe, expect, test } from 'vitest';

import { startApp } from '../../support/startApp.ts';
import { fixture, read, told } from './importFile.ts';

interface Expected {
  readonly name: string;
  readonly country: string;
  readonly encoding: string;
  readonly rows: readonly string[];
}

/** Files as these programs write them. */
const files: readonly Expected[] = [
  {
    name: 'outlook-english.csv',
    country: 'US',
    encoding: 'windows-1252',
    rows: [
      'José Núñez | Café “Olé” | jose@example.com | +1 212 555 0123 (Business), +1 212 555 0124 (Business), ' +
        '+357 99 123456 (Mobile), +1 212 555 0199 (Business Fax) | Prefers mornings.\nAsks for "the usual".',
      'Müller & Söhne GmbH | Müller & Söhne GmbH |  | +49 30 1234567 (Company Main) | ',
      "Anna K. Smith |  |  | +1 212 555 0177 (Home), 1002 (Assistant's) | ",
    ],
  },
  {
    name: 'outlook-greek.csv',
    country: 'CY',
    encoding: 'windows-1253',
    rows: [
      'Γιώργος Παπαδόπουλος | Τράπεζα Κύπρου | giorgos@example.com | +357 22 123456 (Εργασίας), ' +
        '+357 99 123456 (Κινητό) | Πελάτης από το 2004',
      'Άννα Ιωάννου |  |  | +357 25 123456 (Οικίας), +357 96 000001 (Κινητό) | ',
    ],
  },
  {
    name: 'outlook-german.csv',
    country: 'DE',
    encoding: 'windows-1252',
    rows: [
      'Jürgen Groß | Bäckerei Süß | juergen@example.de | +49 30 1234567 (Geschäftlich), ' +
        '+49 170 1234567 (Mobiltelefon) | ruft zurück',
    ],
  },
  {
    name: 'google-older.csv',
    country: 'CY',
    encoding: 'utf-8',
    rows: [
      'Μαρία Γεωργίου | Acme Ltd | maria@example.com | +357 99 123456 (Mobile), +357 99 000001 (Mobile), ' +
        '+357 22 654321 (Work) | line one\nline two',
      'Zoe |  |  | +44 7911 123456 (Mobile), +44 20 7946 0018 (Work Fax) | ',
      'only@example.com |  | only@example.com |  | ',
    ],
  },
  {
    name: 'google-newer.csv',
    country: 'CY',
    encoding: 'utf-8',
    rows: [
      'Ελένη Χριστοδούλου | Δήμος Λεμεσού | eleni@example.com | +357 97 111111 (Mobile), +357 25 111111 (Γραφείο) | ',
    ],
  },
  {
    name: 'thunderbird.csv',
    country: 'GB',
    encoding: 'utf-8',
    rows: [
      'Ada Lovelace | Analytical Engines | ada@example.org | +44 20 7946 0018 (Work), +44 7911 123456 (Cellular) | ' +
        'Likes machines',
      'Support, second line |  |  | 1003 (Work) | ',
    ],
  },
  {
    name: 'excel-greek.csv',
    country: 'CY',
    encoding: 'windows-1253',
    rows: [
      'Νίκος Ανδρέου | Ξενοδοχείο "Ήλιος"; Πάφος |  | +357 26 123456 | Ώρες 9–5',
      'Σοφία Νικολάου |  |  | +357 26 654321, +357 99 777777 (Κινητό) | ',
    ],
  },
  {
    name: 'excel-mac.csv',
    country: '',
    encoding: 'macintosh',
    rows: ['Zoë Häußler |  |  | +49 89 123456 | für später', 'François Dupré |  |  | +33 1 23 45 67 89 | Café'],
  },
  {
    name: 'iso-8859-7.csv',
    country: '',
    encoding: 'iso-8859-7',
    rows: ['Ήβη Άγγελος |  |  | +30 21 0123 4567 | ', 'Ίων Έλληνας |  |  | +30 21 0123 4568 | '],
  },
  {
    name: 'no-titles.csv',
    country: 'CY',
    encoding: 'utf-8',
    rows: [
      'Maria Georgiou | Acme Ltd | maria@example.com | +357 99 123456 | ',
      'Andreas | Beta & Sons |  | +357 22 654321 | ',
      'Zoe |  |  | 1003 | ',
    ],
  },
  {
    name: 'icloud.vcf',
    country: 'CY',
    encoding: 'utf-8',
    rows: [
      'Μαρία Γεωργίου | Acme, Ltd | maria@example.com | +357 99 123456 (Mobile), +357 99 000001 (iPhone), ' +
        '+357 22 654321 (Εξοχικό), +357 25 111111 (HomeFAX) | First line\nsecond, with comma; and C:\\temp',
      'Taxi Limassol | Taxi Limassol |  | +357 25 999999 (Main) | ',
    ],
  },
  {
    name: 'google.vcf',
    country: '',
    encoding: 'utf-8',
    rows: [
      'Dr. Anna Maria Smith, PhD |  | anna@example.com | +44 7911 123456 (Mobile), +44 20 7946 0018 (Work), ' +
        `+44 20 7946 0099 (Reception) | ${'a very long note '.repeat(6).trim()}`,
    ],
  },
  {
    name: 'outlook-2.1.vcf',
    country: 'CY',
    encoding: 'utf-8',
    rows: [
      'Γιώργος Παπαδόπουλος του Κωνσταντίνου | Τράπεζα | giorgos@example.com | +357 22 123456 (Work), ' +
        '+357 99 123456 (Mobile), +357 22 123499 (Work fax) | first\nsecond',
    ],
  },
  {
    name: 'phone-2.1.vcf',
    country: 'CY',
    encoding: 'utf-8',
    rows: [
      'Big Boss |  | boss@example.com | +44 7911 123456 (Mobile) | ',
      'Ελένη |  |  | +357 97 111111 (Spiti), +357 25 111111 (Home) | ',
    ],
  },
  {
    name: 'thunderbird-4.0.vcf',
    country: '',
    encoding: 'utf-8',
    rows: [
      'Ada Lovelace | Analytical Engines | ada@example.org | +44 20 7946 0018 (Home), +44 7911 123456 (Mobile) | ' +
        'Line one\nLine two',
    ],
  },
  {
    name: 'broken.vcf',
    country: '',
    encoding: 'utf-8',
    rows: [
      'line 1: no-card',
      'Whole One |  |  | +357 99 000001 | ',
      'line 8: unfinished-card',
      'Lower Case |  |  | +357 99 000003 (Mobile) | ',
      'line 18: nothing-in-it',
      'line 22: no-number',
      'line 26: no-card',
      'Bad Number |  |  |  | ',
      'line 33: unfinished-card',
    ],
  },
  {
    name: 'broken.csv',
    country: '',
    encoding: 'utf-8',
    rows: [
      'Whole |  |  | +357 99 000001 | fine',
      'line 3: open-quote',
      'Said "hello" once |  |  | +357 99 000003 | x',
      'Short |  |  |  | ',
      'Long |  |  | +357 99 000004 | y',
      'Multi line |  |  | +357 99 000005 | a\nb',
    ],
  },
];

/** A Ringside whose user writes numbers as in this country. */
async function inCountry(country: string) {
  const running = await startApp();
  await running.ask('settings.change', { country });
  return running;
}

test.for(files)('$name is read', async ({ name, country, encoding, rows }) => {
  const { plan, rows: found } = await read(await inCountry(country), fixture(name));
  expect(found.map(told)).toEqual(rows);
  expect(plan.encoding).toBe(encoding);
  expect(plan.counts.add).toBe(rows.filter((row) => !row.startsWith('line ')).length);
});

test('numbers that a spreadsheet has damaged are named, with what happened to them', async () => {
  const { rows } = await read(await inCountry('CY'), fixture('excel-greek.csv'));
  expect(rows[0]).toMatchObject({ line: 3, remark: { kind: 'bad-numbers', numbers: ['3,5799E+10'], why: 'rounded' } });
});

describe('an encoding', () => {
  const text = 'Όνομα;Τηλέφωνο\r\nΆννα Ξένου;+357 99 123456\r\n';
  test.for([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without one', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['big-endian UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['big-endian UTF-16 without a mark', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
  ] as const)('is told by the bytes: %s', async ([, bytes, encoding]) => {
    const { plan, rows } = await read(await inCountry(''), bytes);
    expect(plan).toMatchObject({ encoding, separator: ';' });
    expect(rows.map(told)).toEqual(['Άννα Ξένου |  |  | +357 99 123456 | ']);
  });

  test('can be chosen, and an unknown one is refused', async () => {
    const running = await inCountry('');
    const bytes = fixture('iso-8859-7.csv');
    expect((await read(running, bytes, { encoding: 'windows-1251' })).plan.encoding).toBe('windows-1251');
    await expect(read(running, bytes, { encoding: 'klingon' })).rejects.toThrow('klingon');
  });
});

describe('columns', () => {
  test('and separator can be chosen', async () => {
    const running = await inCountry('');
    const { plan, rows } = await read(running, 'a;b,c\n"+35799123456";Maria,Anna\n', {
      separator: ',',
      columns: ['ignored', 'name'],
    });
    expect(plan).toMatchObject({ separator: ',', columns: [{ meaning: 'ignored' }, { meaning: 'name' }] });
    expect(rows.map(told).at(-1)).toBe('Anna |  |  |  | ');
  });

  test('show what is in them', async () => {
    const { plan } = await read(await inCountry('CY'), fixture('outlook-greek.csv'));
    expect(plan.columns.find(({ title }) => title === 'Τηλέφωνο οικίας')).toEqual({
      title: 'Τηλέφωνο οικίας',
      meaning: 'number',
      samples: ['25-123456'],
    });
  });

  test('that have strange titles are told by what is in them', async () => {
    const { plan } = await read(await inCountry(''), 'Qui;Où;Quoi\nMaria Georgiou;+357 99 123456;m@example.com\n');
    expect(plan.columns.map(({ title, meaning }) => [title, meaning])).toEqual([
      ['Qui', 'name'],
      ['Où', 'number'],
      ['Quoi', 'email'],
    ]);
  });
});

test.for([
  ['', 'empty'],
  [' \r\n', 'empty'],
  ['PK\u0003\u0004whatever', 'save it as CSV'],
  ['%PDF-1.7', 'PDF'],
  [Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
  [Buffer.from('ffd8ffe0', 'hex'), 'picture'],
  [Buffer.alloc(1000, 1), 'no text'],
  ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'calendar'],
] as const)('a file that holds no contacts is refused with words that help: %s', async ([content, words]) => {
  const running = await inCountry('');
  await expect(read(running, content)).rejects.toThrow(words);
});

test('a file of more than 50 MB is refused', async () => {
  const running = await inCountry('');
  const base64 = Buffer.alloc(150_000, 'x').toString('base64');
  let id: string | null = null;
  const putAll = async () => {
    for (let at = 0; at < 360; at++) id = await running.ask('import.put', { id, fileName: 'large.csv', base64 });
  };
  await expect(putAll()).rejects.toThrow('50 MB');
});
