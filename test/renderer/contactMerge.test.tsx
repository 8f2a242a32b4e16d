import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { contact, fillContacts } from './support/fakeContacts.ts';
import { openPage } from './support/page.tsx';

const maria = contact(1, 'Maria', { company: 'Georgiou Ltd' });
const other = contact(2, 'Maria G.');
const bob = contact(3, 'Bob');

function open(hash: string) {
  return openPage((core) => {
    const book = fillContacts(core, [bob, maria, other]);
    book.duplicates = [
      { because: 'same-email', contacts: [maria, other] },
      { because: 'same-name', contacts: [bob, contact(4, 'bob')] },
    ];
  }, hash);
}

it('shows groups of contacts that look alike side by side, with the reason', async () => {
  open('#/contacts/duplicates');
  const group = await screen.findByRole('region', { name: 'Same e-mail address' });
  const choices = within(group).getAllByRole<HTMLInputElement>('radio');
  expect(choices.map((choice) => choice.checked)).toEqual([true, false]);
  expect(group.textContent).toContain('Georgiou Ltd');
  expect(screen.getByRole('region', { name: 'Same name' })).toBeDefined();
});

it('merges a group into the one that is picked, and takes it back', async () => {
  const { core, user } = open('#/contacts/duplicates');
  const group = await screen.findByRole('region', { name: 'Same e-mail address' });
  await user.click(within(group).getByRole('radio', { name: /Maria G\./ }));
  await user.click(within(group).getByRole('button', { name: 'Merge 2' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Same e-mail address' })).toBeNull());
  expect(core.asked).toContain('contacts.merge {"into":2,"from":[1]}');
  expect(await screen.findByText('2 contacts are Maria G. now')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(core.asked).toContain('deeds.undo "undo-1"');
});

it('merges those that are chosen in the list', async () => {
  const { core, user } = open('#/contacts');
  (await screen.findByRole('row', { name: /Maria G\./ })).focus();
  await user.keyboard('x{ArrowUp}x');
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  const panel = within(await screen.findByRole('region', { name: 'Merge contacts' }));
  await user.click(panel.getByRole('button', { name: 'Merge 2' }));
  await waitFor(() => expect(window.location.hash).toBe('#/contacts/1'));
  expect(core.asked).toContain('contacts.merge {"into":1,"from":[2]}');
  expect(screen.queryByText('2 chosen')).toBeNull();
});

it('says so when there are no duplicates', async () => {
  openPage((core) => void fillContacts(core, [bob]), '#/contacts/duplicates');
  expect(await screen.findByRole('heading', { name: 'No duplicates' })).toBeDefined();
});
