import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { callRow, ringingCall } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';
import { popOf } from './support/pops.ts';

const call = ringingCall(5, { ref: 'talk', reason: 'talking' });

function inCall(core: FakeCore): void {
  core.pops = [popOf({ ...call, answeredAtUs: call.startedAtUs }, { state: 'answered' })];
}

function noted(core: FakeCore): readonly string[] {
  return core.asked.filter((request) => request.startsWith('notes.set'));
}

it('saves a note in the pauses of whoever writes it, and keeps the card once', async () => {
  const { core, user } = openPage(inCall);
  const field = await screen.findByRole('textbox', { name: 'Note' });
  await user.type(field, 'Wants the ');
  await waitFor(() => expect(noted(core)).toEqual(['notes.set {"ref":"talk","note":"Wants the"}']));
  expect(await screen.findByTitle('Saved')).toBeDefined();
  // What the core made of it does not eat the blank before the next word.
  expect(field).toHaveProperty('value', 'Wants the ');
  await user.type(field, 'blue one');
  await waitFor(() => expect(noted(core).at(-1)).toContain('"Wants the blue one"'));
  expect(core.asked.filter((request) => request === 'pops.keep "talk"')).toHaveLength(1);
});

it('saves at once on Enter, which begins no new line, and when the field is left', async () => {
  const { core, user } = openPage(inCall);
  const field = await screen.findByRole('textbox', { name: 'Note' });
  await user.type(field, 'one{Enter}');
  expect(field).toHaveProperty('value', 'one');
  await waitFor(() => expect(noted(core)).toEqual(['notes.set {"ref":"talk","note":"one"}']));
  await user.type(field, '{Shift>}{Enter}{/Shift}two');
  await user.tab();
  await waitFor(() => expect(noted(core).at(-1)).toBe('notes.set {"ref":"talk","note":"one\\ntwo"}'));
});

it('goes on under the hands of whoever writes when the call ends', async () => {
  const { core, user } = openPage(inCall);
  const field = await screen.findByRole('textbox', { name: 'Note' });
  await user.type(field, 'half a sen');
  core.pops = [popOf(callRow({ ref: 'talk' }), { state: 'ended' })];
  act(() => core.changed('pops'));
  await screen.findByRole('article', { name: 'Call ended' });
  expect(document.activeElement).toBe(field);
  await user.keyboard('tence');
  expect(field).toHaveProperty('value', 'half a sentence');
});

it('saves what was written on a card that is taken away, without waiting for a pause', async () => {
  const { core, user } = openPage(inCall);
  await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'last words');
  core.pops = [];
  act(() => core.changed('pops'));
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  // Whatever is due at once has been done.
  await act(async () => undefined);
  expect(noted(core).at(-1)).toContain('"last words"');
});

it('shows what was noted elsewhere, unless something here waits to be saved', async () => {
  const { core, user } = openPage(inCall);
  const field = await screen.findByRole('textbox', { name: 'Note' });
  const noteElsewhere = (note: string) => {
    core.pops = core.pops.map((pop) => ({ ...pop, note }));
    act(() => core.changed('pops'));
  };
  noteElsewhere('from the window');
  await waitFor(() => expect(field).toHaveProperty('value', 'from the window'));
  core.busy = new Promise(() => undefined);
  await user.type(field, ' and here');
  core.busy = Promise.resolve();
  noteElsewhere('from the window again');
  expect(field).toHaveProperty('value', 'from the window and here');
});

it('says that a note could not be saved, keeps it, and tries again when the field is left', async () => {
  const { core, user } = openPage(inCall);
  const field = await screen.findByRole('textbox', { name: 'Note' });
  core.refusal = 'the disk is full';
  await user.type(field, 'important{Enter}');
  expect(await screen.findByText('the disk is full')).toBeDefined();
  expect(field).toHaveProperty('value', 'important');
  core.refusal = null;
  await user.tab();
  await waitFor(() => expect(screen.queryByText('the disk is full')).toBeNull());
  expect(core.pops[0]?.note).toBe('important');
});

it('has the keyboard in the call that the core opens for a note, each time', async () => {
  const { core, user } = openPage(
    (fake) => {
      fake.calls = [callRow({ ref: 'a/b' })];
    },
    '#/settings',
    { host: 'electron' },
  );
  await screen.findByRole('heading', { name: 'Settings' });
  for (let times = 0; times < 2; times += 1) {
    act(() => core.push({ name: 'open', value: { ref: 'a/b', note: true } }));
    const field = await screen.findByRole('textbox', { name: 'Note' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(window.location.hash).toBe('#/calls/a%2Fb');
    await user.click(screen.getByRole('heading', { name: 'Calls' }));
    expect(document.activeElement).not.toBe(field);
  }
});

it('leaves the keyboard alone in a call that is opened to be looked at', async () => {
  openPage((fake) => {
    fake.calls = [callRow({ ref: 'talk' })];
  }, '#/calls/talk');
  const field = await screen.findByRole('textbox', { name: 'Note' });
  expect(document.activeElement).not.toBe(field);
});

it('shows nothing while names are hidden, and writes over nothing', async () => {
  const { core, user } = openPage((fake) => {
    inCall(fake);
    fake.settings = { ...fake.settings, settings: { ...fake.settings.settings, masked: true } };
  });
  const field = await screen.findByPlaceholderText(/hidden/);
  await user.type(field, 'oops{Enter}');
  await user.tab();
  expect(field).toHaveProperty('value', '');
  expect(noted(core)).toEqual([]);
});
