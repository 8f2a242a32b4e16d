import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import type { Contact } from '../../shared/contact.ts';
import { contact, fillContacts, manyContacts } from './support/fakeContacts.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

const maria = contact(1, 'Μαρία Γεωργίου', {
  company: 'Georgiou Ltd',
  email: 'maria@example.com',
  note: 'Orders: https://shop.example.com/1.',
  numbers: [
    { key: '+35799123456', display: '+357 99 123456', label: 'Mobile' },
    { key: '1005', display: '1005', label: null },
  ],
});
const three = [contact(2, 'Álvaro'), contact(3, 'Bob'), maria];

function open(hash = '#/contacts', contacts: readonly Contact[] = three) {
  const opened: { book?: ReturnType<typeof fillContacts> } = {};
  const page = openPage((core: FakeCore) => {
    opened.book = fillContacts(core, contacts);
  }, hash);
  return { ...page, book: opened.book ?? fillContacts(page.core, contacts) };
}

function names() {
  return screen
    .queryAllByRole('row')
    .filter((row) => row.dataset['contact'] !== undefined)
    .map((row) => row.querySelector('.contact-cell-name')?.textContent);
}
const line = (name: string) => screen.findByRole('row', { name: new RegExp(name) });
const panel = () => screen.findByRole('region', { name: 'Contact' });

it('lists contacts below the letters of their names, with company and number', async () => {
  open();
  expect((await line('Μαρία')).textContent).toBe('Μαρία ΓεωργίουGeorgiou Ltd+357 99 123456+1maria@example.com');
  expect(screen.getAllByRole('rowheader').map((heading) => heading.textContent)).toEqual(['A', 'B', 'Μ']);
  expect(screen.getByText('3', { selector: 'output' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Contacts' }).getAttribute('aria-current')).toBe('page');
});

it('finds while somebody types, and the address holds the search', async () => {
  const { user } = open();
  await line('Bob');
  await user.keyboard('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search contacts' }));
  await user.keyboard('μαρ');
  await waitFor(() => expect(names()).toEqual(['Μαρία Γεωργίου']));
  await waitFor(() => expect(window.location.hash).toBe(`#/contacts?q=${encodeURIComponent('μαρ')}`));
  await user.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toContain('Μαρία');
  await user.keyboard('/{Escape}');
  await waitFor(() => expect(names()).toHaveLength(3));
});

it('offers a number that nobody has as a new contact', async () => {
  open('#/contacts?q=99777666');
  const offer = await screen.findByRole('link', { name: 'New contact with 99777666' });
  expect(offer.getAttribute('href')).toBe('#/contacts/new?number=99777666');
});

it('goes through thousands by keyboard, and to the very last', async () => {
  const { user } = open('#/contacts', manyContacts(1200));
  await line('A 0000');
  await user.tab();
  screen.getAllByRole('row')[2]?.focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('A 0001');
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Z 1199'));
  await user.keyboard('{Home}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('A 0000'));
});

it('opens a contact with Enter, and Escape leads back to its line', async () => {
  const { user } = open();
  (await line('Μαρία')).focus();
  await user.keyboard('{Enter}');
  expect(window.location.hash).toBe('#/contacts/1');
  const detail = within(await panel());
  expect(await detail.findByRole('heading', { name: 'Μαρία Γεωργίου' })).toBeDefined();
  expect(detail.getByRole('link', { name: 'maria@example.com' }).getAttribute('href')).toBe('mailto:maria@example.com');
  expect(detail.getByRole('link', { name: 'https://shop.example.com/1' })).toBeDefined();
  expect(detail.getByRole('link', { name: /Incoming.*Answered/ }).getAttribute('href')).toBe('#/calls/call-1');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Μαρία'));
});

it('calls the first number with c, from the list and from the contact, and any other by its button', async () => {
  const { core, user } = open();
  (await line('Bob')).focus();
  await user.keyboard('c');
  expect(core.asked).toContain('numbers.call "+35799000003"');
  await user.click(await line('Μαρία'));
  await user.click(await screen.findByRole('button', { name: 'Call 1005' }));
  expect(core.asked).toContain('numbers.call "1005"');
  core.answers = {
    ...core.answers,
    'numbers.call': () => {
      throw new Error('There is no telephone.');
    },
  };
  await user.keyboard('c');
  expect(await screen.findByText('This could not be done: There is no telephone.')).toBeDefined();
});

it('deletes with the Delete key, goes on to the next one, and takes it back', async () => {
  const { core, user } = open();
  (await line('Álvaro')).focus();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(names()).toEqual(['Bob', 'Μαρία Γεωργίου']));
  expect(document.activeElement?.textContent).toContain('Bob');
  expect(core.asked).toContain('contacts.remove {"ids":[2]}');
  expect(await screen.findByText('Álvaro is deleted')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(names()).toHaveLength(3));
});

it('deletes all that are chosen, by keyboard alone', async () => {
  const { core, user } = open();
  (await line('Álvaro')).focus();
  await user.keyboard('x{Shift>}{ArrowDown}{/Shift}');
  expect(await screen.findByText('2 chosen')).toBeDefined();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(names()).toEqual(['Μαρία Γεωργίου']));
  expect(core.asked).toContain('contacts.remove {"ids":[2,3]}');
  expect(await screen.findByText('2 contacts deleted')).toBeDefined();
});

it('chooses with the box, with Ctrl+A all, and with Escape none', async () => {
  const { user } = open();
  await user.click(within(await line('Bob')).getByRole('checkbox', { name: 'Choose Bob' }));
  expect(screen.getByText('1 chosen')).toBeDefined();
  expect(window.location.hash).toBe('#/contacts');
  await user.keyboard('{Control>}a{/Control}');
  expect(await screen.findByText('3 chosen')).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('3 chosen')).toBeNull();
  expect(screen.getByRole('link', { name: 'New contact' })).toBeDefined();
});

it('shows a changed name at once wherever it stands', async () => {
  const { core, book } = open('#/contacts/1');
  expect(await screen.findByRole('heading', { name: 'Μαρία Γεωργίου' })).toBeDefined();
  book.contacts = [{ ...maria, name: 'Μαρία Νικολάου' }];
  act(() => core.changed('contacts'));
  expect(await screen.findByRole('heading', { name: 'Μαρία Νικολάου' })).toBeDefined();
  expect(names()).toEqual(['Μαρία Νικολάου']);
});

it('exports all as a vCard, and says so', async () => {
  const saved = vi.fn<(blob: Blob) => string>(() => 'blob:contacts');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { core, user } = open();
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  expect(await screen.findByText('Export all 3 contacts as')).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'vCard' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('3 contacts exported to contacts.vcf')).toBeDefined();
  expect(core.asked).toContain('export.begin {"kind":"contacts","ids":null,"format":"vcard"}');
  expect(await saved.mock.calls[0]?.[0].text()).toBe('BEGIN:VCARD');
});

it('exports those that are chosen', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { core, user } = open();
  (await line('Bob')).focus();
  await user.keyboard('x');
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('button', { name: 'CSV' }));
  await waitFor(() => expect(core.asked).toContain('export.begin {"kind":"contacts","ids":[3],"format":"csv"}'));
});

it('hides everything while others see the screen, and offers to end that', async () => {
  const opened = openPage((core) => {
    fillContacts(core, three);
    core.settings = { ...core.settings, settings: { ...core.settings.settings, masked: true } };
  }, '#/contacts');
  expect(await screen.findByRole('heading', { name: 'Contacts are hidden' })).toBeDefined();
  await waitFor(() => expect(opened.core.asked).toContain('settings.get'));
  expect(document.body.textContent).not.toContain('Bob');
  const [offer] = screen.getAllByRole('button', { name: 'Show names and numbers' });
  await opened.user.click(offer ?? document.body);
  expect(await line('Bob')).toBeDefined();
});

it('teaches where contacts come from while there are none', async () => {
  open('#/contacts', []);
  expect(await screen.findByRole('heading', { name: 'No contacts yet' })).toBeDefined();
  for (const program of ['Outlook', 'Google', 'iCloud', 'Thunderbird']) expect(screen.getByText(program)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Import' }).getAttribute('href')).toBe('#/contacts/import');
});
