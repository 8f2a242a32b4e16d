import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { contact, fillContacts, goodRow, planOf, type FakeContacts } from './support/fakeContacts.ts';
import { openPage } from './support/page.tsx';

const maria = contact(1, 'Maria');
const rows = [
  goodRow(0, 'Nikos'),
  goodRow(1, 'Maria', { deed: 'merge', possible: ['merge', 'add', 'skip'], known: maria }),
  goodRow(2, 'Nikos again', { deed: 'skip', remark: { kind: 'repeated', line: 2 } }),
  { kind: 'bad' as const, index: 3, line: 5, text: ';;"', reason: 'open-quote' as const },
];
const columns = [
  { title: 'Full name', meaning: 'name' as const, samples: ['Nikos', 'Maria'] },
  { title: 'Nick', meaning: 'ignored' as const, samples: ['N.'] },
];

function open(hash = '#/contacts/import', change: (book: FakeContacts) => void = () => undefined) {
  const opened: { book?: FakeContacts } = {};
  const page = openPage((core) => {
    const book = fillContacts(core, [maria]);
    book.rows = rows;
    book.plan = planOf(rows, { columns });
    change(book);
    opened.book = book;
  }, hash);
  return { ...page, book: opened.book ?? fillContacts(page.core, []) };
}

async function chooseFile(user: ReturnType<typeof open>['user'], text = 'Full name\nNikos') {
  await user.upload(await screen.findByLabelText('Choose a file'), new File([text], 'contacts.csv'));
}

const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });

it('hands a file over in pieces and shows what would become of every row, and why', async () => {
  const { user, book, core } = open();
  await chooseFile(user, 'x'.repeat(350_000));
  await screen.findByRole('button', { name: 'Import 2 contacts' }, { timeout: 15_000 });
  expect((await row('^2 ?Nikos')).textContent).toContain('99 100000');
  expect((await row('5')).textContent).toContain('A quotation mark is opened and never closed.');
  expect((await row('Into Maria')).textContent).toContain('3');
  expect((await row('Nikos again')).textContent).toContain('The same as line 2.');
  for (const kind of ['All 4', 'Add 1', 'Merge 1', 'Skip 1', 'Unreadable 1'])
    expect(screen.getByRole('radio', { name: kind })).toBeDefined();
  expect(atob(book.uploaded)).toBe('x'.repeat(350_000));
  const pieces = core.asked.filter((one) => one.startsWith('import.put'));
  expect(pieces).toHaveLength(3);
  expect(pieces.every((piece) => piece.length < 200_200)).toBe(true);
});

it('takes a file that is dropped anywhere in the view', async () => {
  const { core } = open('#/contacts');
  const list = await screen.findByRole('grid', { name: 'Contacts' });
  const dataTransfer = { types: ['Files'], files: [new File(['BEGIN:VCARD'], 'people.vcf')] };
  fireEvent.dragEnter(list, { dataTransfer });
  expect(screen.getByText('Drop it to import')).toBeDefined();
  fireEvent.drop(list, { dataTransfer });
  expect(await screen.findByRole('button', { name: 'Import 2 contacts' })).toBeDefined();
  expect(core.asked.some((one) => one.includes('"fileName":"people.vcf"'))).toBe(true);
});

it('says what is wrong with a file that is refused, and takes another', async () => {
  const { user, core } = open();
  const taken = core.answers['import.plan'];
  core.answers = {
    ...core.answers,
    'import.plan': () => {
      throw new Error('This is a picture.');
    },
  };
  await chooseFile(user);
  expect((await screen.findByRole('alert')).textContent).toBe('This file could not be read. This is a picture.');
  core.answers = { ...core.answers, ...(taken && { 'import.plan': taken }) };
  await chooseFile(user);
  expect(await screen.findByRole('button', { name: 'Import 2 contacts' })).toBeDefined();
});

it('reads the file anew with another encoding, separator or meaning of a column', async () => {
  const { user, core } = open();
  await chooseFile(user);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Encoding' }), 'windows-1253');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Separator' }), ';');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Meaning of column Nick' }), 'note');
  await waitFor(() =>
    expect(core.asked.filter((one) => one.startsWith('import.plan')).slice(1)).toEqual([
      'import.plan {"id":"import-1","encoding":"windows-1253","separator":",","columns":null}',
      'import.plan {"id":"import-1","encoding":"windows-1253","separator":";","columns":null}',
      'import.plan {"id":"import-1","encoding":"windows-1253","separator":";","columns":["name","note"]}',
    ]),
  );
});

it('lets the user choose what becomes of a row, and of all', async () => {
  const { user, core } = open();
  await chooseFile(user);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'What becomes of Maria' }), 'skip');
  expect(await screen.findByRole('button', { name: 'Import 1 contact' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  expect(await screen.findByText('Every row is skipped: there is nothing to import.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Import 0 contacts' })).toHaveProperty('disabled', true);
  expect(core.asked.filter((one) => one.startsWith('import.choose'))).toEqual([
    'import.choose {"id":"import-1","rows":[1],"deed":"skip"}',
    'import.choose {"id":"import-1","rows":null,"deed":"skip"}',
  ]);
});

it('finds the unreadable rows among thousands', async () => {
  const many = Array.from({ length: 1300 }, (_, index) =>
    index === 1234
      ? { kind: 'bad' as const, index, line: 1236, text: '?', reason: 'nothing-in-it' as const }
      : goodRow(index, `Person ${index}`),
  );
  const { user } = open('#/contacts/import', (book) => {
    book.rows = many;
    book.plan = planOf(many, {});
  });
  await chooseFile(user);
  await user.click(await screen.findByRole('radio', { name: 'Unreadable 1' }));
  expect(await screen.findByText('There is no name, company, number or e-mail.')).toBeDefined();
  expect(within(screen.getByRole('table', { name: 'Rows of the file' })).getAllByRole('row')).toHaveLength(2);
});

it('tells how far the import is, what came of it, and takes it back', async () => {
  const { user, core, book } = open();
  await chooseFile(user);
  await user.click(await screen.findByRole('button', { name: 'Import 2 contacts' }));
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar', { name: 'Importing…' });
  book.state = { kind: 'running', done: 3, total: 4 };
  act(() => core.changed('imports'));
  await waitFor(() => expect(bar.value).toBe(3));
  expect(screen.getByText('3 of 4')).toBeDefined();
  book.state = { kind: 'done', added: 1, merged: 1, skipped: 1, bad: 1, undo: 'undo-all' };
  act(() => core.changed('imports'));
  expect(await screen.findByText('1 added · 1 merged · 1 skipped · 1 unreadable')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByRole('heading', { name: 'The import is undone' })).toBeDefined();
  expect(core.asked).toContain('deeds.undo "undo-all"');
});

it('is still there after a look at something else, and can be cancelled', async () => {
  const { user, core } = open();
  await chooseFile(user);
  await user.click(await screen.findByRole('button', { name: 'Import 2 contacts' }));
  await screen.findByRole('progressbar', { name: 'Importing…' });
  await user.click(screen.getByRole('link', { name: 'Calls' }));
  await screen.findByRole('heading', { name: 'No calls yet' });
  act(() => {
    window.location.hash = '#/contacts/import';
  });
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('The import was cancelled, and nothing of it was kept')).toBeDefined();
  expect(core.asked).toContain('import.cancel "import-1"');
  await user.click(screen.getByRole('button', { name: 'Import another file' }));
  expect(await screen.findByLabelText('Choose a file')).toBeDefined();
});

it('says why an import failed', async () => {
  const { user, core, book } = open();
  await chooseFile(user);
  await screen.findByRole('button', { name: 'Import 2 contacts' });
  book.state = { kind: 'failed', reason: { kind: 'import-failed' } };
  act(() => core.changed('imports'));
  expect(await screen.findByText('Ringside could not import it; its log says more.')).toBeDefined();
});
