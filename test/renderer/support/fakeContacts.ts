import type { Contact, ContactDraft, ContactPage, DuplicateGroup } from '../../../shared/contact.ts';
import type { ImportDeed, ImportPlan, ImportRow, ImportState } from '../../../shared/contactImport.ts';
import type { Requests } from '../../../shared/contract.ts';
import { callRow, maria, noonUs } from './calls.ts';
// The page loads the view when it is opened; a test need not wait for that.
import '../../../renderer/contacts/ContactsView.tsx';
import type { FakeCore } from './fakeCore.ts';

/** A contact with one number, with whatever the test is about changed. */
export function contact(id: number, name: string, change: Partial<Contact> = {}): Contact {
  const digits = String(99_000_000 + id);
  return {
    id,
    name,
    company: null,
    email: null,
    note: null,
    numbers: [{ key: `+357${digits}`, display: `+357 ${digits.slice(0, 2)} ${digits.slice(2)}`, label: null }],
    changedAtUs: noonUs,
    ...change,
  };
}

/** Contacts of many letters, by name. */
export function manyContacts(count: number): readonly Contact[] {
  const width = String(count).length;
  const letterOf = (index: number) => String.fromCodePoint(65 + Math.floor((index * 26) / count));
  return Array.from({ length: count }, (_, index) =>
    contact(index + 1, `${letterOf(index)} ${String(index).padStart(width, '0')}`),
  );
}

/** What a test may look at and change of the contacts that its core has. */
export interface FakeContacts {
  contacts: readonly Contact[];
  duplicates: readonly DuplicateGroup[];
  /** The rows of whatever file is imported. */
  rows: readonly ImportRow[];
  plan: ImportPlan;
  state: ImportState;
  /** The bytes handed over so far. */
  uploaded: string;
}

/** Gives a core contacts that can be found, changed, removed, merged, imported and exported. */
export function fillContacts(core: FakeCore, contacts: readonly Contact[]): FakeContacts {
  const book: FakeContacts = {
    contacts,
    duplicates: [],
    rows: [],
    plan: planOf([], {}),
    state: { kind: 'planned' },
    uploaded: '',
  };
  const undoes = new Map<string, readonly Contact[]>();

  function write(next: readonly Contact[]): string {
    const token = `undo-${undoes.size + 1}`;
    undoes.set(token, book.contacts);
    book.contacts = next.toSorted((one, other) => one.name.localeCompare(other.name));
    core.changed('contacts');
    return token;
  }

  const answers: Partial<Requests> = {
    'contacts.page': ({ search, after, limit }) => pageOf(book.contacts, search, after?.id ?? null, limit),
    'contacts.get': (id) => {
      const found = book.contacts.find((one) => one.id === id);
      return found ? { contact: found, calls: [callRow({ party: { ...maria, name: found.name } })] } : null;
    },
    'contacts.save': ({ id, draft, takeOver }) => {
      if (draft.name === '' && draft.numbers.length === 0) return { kind: 'empty' };
      const bad = draft.numbers.find(({ number }) => !/\d{3}/.test(number));
      if (bad) return { kind: 'bad-number', number: bad.number, why: 'impossible' };
      const others = book.contacts.filter((one) => one.id !== id);
      const taken = draft.numbers.flatMap(({ number }) => {
        const by = others.find((one) => one.numbers.some(({ key }) => key === keyOf(number)));
        return by ? [{ number, by }] : [];
      });
      if (taken.length > 0 && !takeOver) return { kind: 'taken', numbers: taken };
      const saved = contactOf(id ?? Math.max(0, ...book.contacts.map((one) => one.id)) + 1, draft);
      return { kind: 'saved', contact: saved, undo: write([...others, saved]) };
    },
    'contacts.remove': ({ ids }) => ({
      count: ids.length,
      undo: write(book.contacts.filter((one) => !ids.includes(one.id))),
    }),
    'contacts.merge': ({ into, from }) => {
      const merged = book.contacts.filter((one) => from.includes(one.id));
      const kept = book.contacts.find((one) => one.id === into) ?? contact(into, 'Nobody');
      const all = { ...kept, numbers: [kept, ...merged].flatMap(({ numbers }) => numbers) };
      book.duplicates = book.duplicates.filter(({ contacts: group }) => !group.some(({ id }) => id === into));
      return {
        contact: all,
        undo: write([...book.contacts.filter((one) => one.id !== into && !from.includes(one.id)), all]),
      };
    },
    'contacts.duplicates': () => book.duplicates,
    'deeds.undo': (token) => {
      book.contacts = undoes.get(token) ?? book.contacts;
      core.changed('contacts');
      return null;
    },
    'numbers.call': () => null,
    'import.put': ({ id, base64 }) => {
      book.uploaded += base64;
      return id ?? 'import-1';
    },
    'import.plan': ({ encoding, separator, columns }) => {
      book.state = { kind: 'planned' };
      book.plan = {
        ...planOf(book.rows, book.plan),
        encoding: encoding ?? book.plan.encoding,
        separator: separator ?? book.plan.separator,
        columns: book.plan.columns.map((column, index) => ({ ...column, meaning: columns?.[index] ?? column.meaning })),
      };
      return book.plan;
    },
    'import.rows': ({ from, limit, only }) =>
      book.rows
        .filter((row) => row.index >= from && (only === undefined || only === (row.kind === 'bad' ? 'bad' : row.deed)))
        .slice(0, limit),
    'import.choose': ({ rows, deed }) => {
      book.rows = book.rows.map((row) => (rows === null || rows.includes(row.index) ? chosen(row, deed) : row));
      book.plan = planOf(book.rows, book.plan);
      return book.plan;
    },
    'import.run': () => {
      book.state = { kind: 'running', done: 0, total: book.rows.length };
      return null;
    },
    'import.state': () => book.state,
    'import.cancel': () => {
      book.state = { kind: 'cancelled' };
      core.changed('imports');
      return null;
    },
    'export.begin': ({ kind }) => ({ id: 'export-1', fileName: `${kind}.vcf`, mediaType: 'text/vcard' }),
    'export.next': () => ({ text: 'BEGIN:VCARD', rows: book.contacts.length, share: 1, isLast: true }),
    'export.end': () => null,
  };
  core.answers = { ...core.answers, ...answers };
  return book;
}

export function goodRow(index: number, name: string, change: Partial<Extract<ImportRow, { kind: 'good' }>> = {}) {
  return {
    kind: 'good' as const,
    index,
    line: index + 2,
    draft: {
      name,
      company: null,
      email: null,
      note: null,
      numbers: [{ number: `99 ${100_000 + index}`, label: null }],
    },
    deed: 'add' as const,
    possible: ['add', 'skip'] as const,
    known: null,
    remark: null,
    ...change,
  };
}

/** The plan of these rows, of a CSV file unless the test says otherwise. */
export function planOf(rows: readonly ImportRow[], change: Partial<ImportPlan>): ImportPlan {
  const count = (deed: ImportDeed | 'bad') =>
    rows.filter((row) => (row.kind === 'bad' ? 'bad' : row.deed) === deed).length;
  return {
    id: 'import-1',
    fileName: 'contacts.csv',
    format: 'csv',
    encoding: 'utf-8',
    separator: ',',
    columns: [],
    ...change,
    counts: { add: count('add'), merge: count('merge'), skip: count('skip'), bad: count('bad') },
  };
}

function chosen(row: ImportRow, deed: ImportDeed): ImportRow {
  return row.kind === 'good' && row.possible.includes(deed) ? { ...row, deed } : row;
}

function pageOf(contacts: readonly Contact[], search: string, after: number | null, limit: number): ContactPage {
  const words = search.toLowerCase();
  const found = contacts.filter(
    ({ name, numbers }) => name.toLowerCase().includes(words) || numbers.some(({ key }) => key.includes(words)),
  );
  const start = after === null ? 0 : found.findIndex(({ id }) => id === after) + 1;
  const page = found.slice(start, start + limit);
  const last = page.at(-1);
  const hasMore = start + limit < found.length;
  return { contacts: page, next: hasMore && last ? { sortKey: last.name, id: last.id } : null, total: found.length };
}

function contactOf(id: number, { name, company, email, note, numbers }: ContactDraft): Contact {
  return {
    id,
    name: name || company || numbers[0]?.number || '',
    company,
    email,
    note,
    numbers: numbers.map(({ number, label }) => ({ key: keyOf(number), display: number, label })),
    changedAtUs: noonUs,
  };
}

/** E.164 as far as a test needs it: numbers of eight digits are Cypriot. */
function keyOf(number: string): string {
  const digits = number.replaceAll(/\D/g, '');
  return digits.length === 8 ? `+357${digits}` : number.startsWith('+') ? `+${digits}` : digits;
}
