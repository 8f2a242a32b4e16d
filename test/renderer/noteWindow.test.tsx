import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { callRow, maria } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openNote } from './support/page.tsx';

function withCall(core: FakeCore): void {
  core.calls = [callRow({ ref: 'talk', party: maria }), callRow({ ref: 'other', party: { ...maria, name: 'Other' } })];
  core.details = { talk: { note: 'Wants ' } };
}

function open(core: FakeCore, ref: string): void {
  act(() => core.push({ name: 'open', value: { ref, note: true } }));
}

const field = () => screen.findByRole('textbox', { name: 'Note' });
const noted = (core: FakeCore) => core.asked.filter((request) => request.startsWith('notes.set'));

it('is empty until the shell opens it for a call, then it can be typed into at once, behind what is there', async () => {
  const { core, user } = openNote(withCall);
  expect(screen.queryByRole('textbox')).toBeNull();
  open(core, 'talk');
  const note = await field();
  expect(document.activeElement).toBe(note);
  expect(document.title).toBe('Note: Μαρία Γεωργίου');
  await user.keyboard('blue');
  expect(note).toHaveProperty('value', 'Wants blue');
});

it.each([
  ['Esc', '{Escape}'],
  ['Ctrl+Enter', '{Control>}{Enter}{/Control}'],
  ['⌘Enter', '{Meta>}{Enter}{/Meta}'],
])('saves and closes at %s', async (_name, keys) => {
  const { core, user, closed } = openNote(withCall);
  open(core, 'talk');
  await user.type(await field(), `blue${keys}`);
  await waitFor(() => expect(noted(core)).toEqual(['notes.set {"ref":"talk","note":"Wants blue"}']));
  expect(closed()).toBe(1);
});

it('begins a new line at Enter', async () => {
  const { core, user, closed } = openNote(withCall);
  open(core, 'other');
  await user.type(await field(), 'one{Enter}two');
  expect(await field()).toHaveProperty('value', 'one\ntwo');
  expect(closed()).toBe(0);
});

it('saves the note of one call before it shows that of another', async () => {
  const { core, user } = openNote(withCall);
  open(core, 'talk');
  await user.type(await field(), 'blue');
  open(core, 'other');
  await waitFor(() => expect(document.title).toBe('Note: Other'));
  await waitFor(() => expect(noted(core)).toEqual(['notes.set {"ref":"talk","note":"Wants blue"}']));
  expect(await field()).toHaveProperty('value', '');
});

it('says that a call is gone, and closes all the same', async () => {
  const { core, user, closed } = openNote(withCall);
  open(core, 'deleted');
  expect((await screen.findByRole('alert')).textContent).toContain('not in the log');
  await user.keyboard('{Escape}');
  expect(closed()).toBe(1);
});
