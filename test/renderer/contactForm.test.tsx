import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { contact, fillContacts } from './support/fakeContacts.ts';
import { openPage } from './support/page.tsx';

const maria = contact(1, 'Maria', {
  company: 'Georgiou Ltd',
  numbers: [{ key: '+35799123456', display: '+357 99 123456', label: 'Mobile' }],
});
const bob = contact(2, 'Bob');

function open(hash: string) {
  const opened = openPage((core) => void fillContacts(core, [bob, maria]), hash);
  return { ...opened, saved: () => opened.core.asked.filter((one) => one.startsWith('contacts.save')) };
}

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const numberField = (position: number) =>
  screen.findByRole<HTMLInputElement>('textbox', { name: `Number ${position}` });

it('edits what is known of somebody, and Enter saves it', async () => {
  const { user, saved } = open('#/contacts/1');
  await screen.findByRole('heading', { name: 'Maria' });
  await user.keyboard('e');
  expect(window.location.hash).toBe('#/contacts/1/edit');
  const name = await field('Name');
  expect(document.activeElement).toBe(name);
  await user.type(name, ' Georgiou{Enter}');
  expect(await screen.findByRole('heading', { name: 'Maria Georgiou' })).toBeDefined();
  expect(saved()).toEqual([
    'contacts.save {"id":1,"draft":{"name":"Maria Georgiou","company":"Georgiou Ltd","email":null,"note":null,' +
      '"numbers":[{"number":"+357 99 123456","label":"Mobile"}]},"takeOver":false}',
  ]);
  expect(window.location.hash).toBe('#/contacts/1');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('heading', { name: 'Maria' })).toBeDefined();
});

it('begins a new contact with the number of a call, and Ctrl+Enter saves it from any field', async () => {
  const { user, saved } = open('#/contacts/new?number=%2B35722000111');
  expect((await numberField(1)).value).toBe('+35722000111');
  await user.keyboard('Νίκος');
  await user.type(await field('Note'), 'Line one{Enter}line two{Control>}{Enter}{/Control}');
  await waitFor(() => expect(window.location.hash).toBe('#/contacts/3'));
  expect(saved()[0]).toContain('"name":"Νίκος"');
  expect(saved()[0]).toContain('Line one\\nline two');
});

it('n begins a new contact wherever the keyboard is', async () => {
  const { user } = open('#/contacts');
  await screen.findByRole('row', { name: /Bob/ });
  await user.keyboard('n');
  expect(await screen.findByRole('heading', { name: 'New contact' })).toBeDefined();
});

it('always has room for one number more, and leaves empty ones out', async () => {
  const { user, saved } = open('#/contacts/1/edit');
  await user.type(await numberField(2), '22 000222');
  await user.type(screen.getByRole('combobox', { name: 'Label of number 2' }), 'Work');
  expect((await numberField(3)).value).toBe('');
  await user.click(screen.getByRole('button', { name: 'Remove number 1' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(saved()[0]).toContain('"numbers":[{"number":"22 000222","label":"Work"}]');
});

it('tells at the field that a number can be none, and keeps everything that was written', async () => {
  const { user } = open('#/contacts/1/edit');
  await user.type(await field('Company'), ' & Sons');
  await user.type(await numberField(2), 'x1{Enter}');
  expect(await screen.findByText('This can be no telephone number.')).toBeDefined();
  const number = await numberField(2);
  expect(document.activeElement).toBe(number);
  expect(number.getAttribute('aria-invalid')).toBe('true');
  expect((await field('Company')).value).toBe('Georgiou Ltd & Sons');
  await user.type(number, '234');
  expect(screen.queryByText('This can be no telephone number.')).toBeNull();
});

it('tells whose number it is, and moves it here', async () => {
  const { user, saved } = open('#/contacts/2/edit');
  await user.type(await numberField(2), '99 123456{Enter}');
  const fault = await screen.findByText('Belongs to Maria.');
  expect(fault).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Move it here' }));
  await waitFor(() => expect(window.location.hash).toBe('#/contacts/2'));
  expect(saved().at(-1)).toContain('"takeOver":true');
});

it('asks for a name, a company or a number', async () => {
  const { user } = open('#/contacts/new');
  await field('Name');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('A contact needs a name, a company or a number.')).toBeDefined();
  expect(document.activeElement).toBe(await field('Name'));
});

it('leaves on Escape, and asks only when something was changed', async () => {
  const { user } = open('#/contacts/1/edit');
  await field('Name');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(window.location.hash).toBe('#/contacts/1'));
  await user.keyboard('e');
  await user.type(await field('Name'), '!{Escape}');
  expect(await screen.findByText('Discard what you changed?')).toBeDefined();
  expect(document.activeElement?.textContent).toBe('Go on editing');
  await user.keyboard('{Enter}');
  expect((await field('Name')).value).toBe('Maria!');
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByRole('heading', { name: 'Maria' })).toBeDefined();
  await user.keyboard('e');
  expect((await field('Name')).value).toBe('Maria');
});

it('keeps unsaved words through a push, and through a look at something else', async () => {
  const { core, user } = open('#/contacts/1/edit');
  await user.type(await field('Name'), ' unsaved');
  act(() => core.changed('contacts', 'calls'));
  await waitFor(() => expect(core.asked.filter((one) => one === 'contacts.get 1').length).toBeGreaterThan(1));
  expect((await field('Name')).value).toBe('Maria unsaved');
  await user.click(screen.getByRole('link', { name: 'Calls' }));
  await screen.findByRole('heading', { name: 'No calls yet' });
  act(() => {
    window.location.hash = '#/contacts/1';
  });
  expect((await field('Name')).value).toBe('Maria unsaved');
});

it('says so when the contact is not there', async () => {
  open('#/contacts/77');
  const panel = await screen.findByRole('region', { name: 'Contact' });
  expect(await within(panel).findByText('This contact is not there')).toBeDefined();
});
