import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { callRow, hidden, manyCalls, maria, noonUs, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

function asked(core: FakeCore, name: string) {
  return core.asked.filter((request) => request.startsWith(name));
}

function panel() {
  return within(screen.getByRole('region', { name: 'Call' }));
}

it('goes on from a link that leads to far down the list, where nothing is in memory', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = manyCalls(900);
  }, '#/calls/call-700');
  await screen.findByRole('region', { name: 'Call' });
  await waitFor(() => expect(asked(core, 'calls.neighbours')).toHaveLength(1));
  const [newer, older] = [core.calls[699]?.ref, core.calls[701]?.ref];
  await waitFor(() =>
    expect(panel().getByRole('button', { name: /^Next/ }).getAttribute('aria-disabled')).toBe('false'),
  );
  await user.keyboard('j');
  await waitFor(() => expect(window.location.hash).toBe(`#/calls/${older}`));
  await waitFor(() =>
    expect(
      panel()
        .getByRole('button', { name: /^Previous/ })
        .getAttribute('aria-disabled'),
    ).toBe('false'),
  );
  await user.keyboard('k');
  await waitFor(() => expect(window.location.hash).toBe('#/calls/call-700'));
  await waitFor(() =>
    expect(
      panel()
        .getByRole('button', { name: /^Previous/ })
        .getAttribute('aria-disabled'),
    ).toBe('false'),
  );
  await user.click(panel().getByRole('button', { name: /^Previous/ }));
  await waitFor(() => expect(window.location.hash).toBe(`#/calls/${newer}`));
});

it('goes from call to call in the order of the list, and the way back leads to the list', async () => {
  const { user } = openPage((core) => {
    core.calls = manyCalls(5);
  }, '#/calls?view=in');
  await user.click(await screen.findByText('Caller 1'));
  await screen.findByRole('heading', { name: /Caller 1/, level: 1 });
  await user.keyboard('j');
  await screen.findByRole('heading', { name: /Caller 2/, level: 1 });
  await user.click(screen.getByRole('button', { name: 'Previous call in the list' }));
  await screen.findByRole('heading', { name: /Caller 1/, level: 1 });
  await user.keyboard('kk');
  await screen.findByRole('heading', { name: /Caller 0/, level: 1 });
  expect(screen.getByRole('button', { name: 'Previous call in the list' }).getAttribute('aria-disabled')).toBe('true');
  expect(window.location.hash).toBe('#/calls/call-0?view=in');
  window.history.back();
  await waitFor(() => expect(window.location.hash).toBe('#/calls?view=in'));
});

it('shows what else there was with this person, and leads to all of it', async () => {
  const others = Array.from({ length: 14 }, (_, index) =>
    callRow({ ref: `other-${index}`, startedAtUs: noonUs - (index + 1) * 1_000_000 }),
  );
  const { user } = openPage((core) => {
    core.calls = [callRow(), ...others, callRow({ ref: 'stranger', party: withheld, startedAtUs: 1 })];
  }, '#/calls/call-1');
  await screen.findByRole('heading', { name: 'Other calls with this person' });
  expect(panel().getAllByRole('link', { name: /Answered/ })).toHaveLength(10);
  await user.click(panel().getByRole('link', { name: 'All calls with this person' }));
  expect(window.location.hash).toBe('#/calls?person=call-1');
  expect(await screen.findByRole('button', { name: /With Μαρία Γεωργίου/ })).toBeDefined();
});

it('puts tags on the call and takes them off, and t leads there', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = [callRow({ tags: ['vip'] }), callRow({ ref: 'b', tags: ['order'] })];
  }, '#/calls/call-1');
  await screen.findByRole('button', { name: 'Remove the tag vip' });
  await user.keyboard('t');
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add a tag' }));
  await user.keyboard('urgent,');
  await waitFor(() => expect(core.calls[0]?.tags).toEqual(['vip', 'urgent']));
  await user.click(await screen.findByRole('button', { name: 'Remove the tag vip' }));
  await waitFor(() => expect(core.calls[0]?.tags).toEqual(['urgent']));
  await screen.findByText('Tags of 1 call changed');
  act(() => screen.getByRole('combobox', { name: 'Add a tag' }).blur());
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(core.calls[0]?.tags).toEqual(['vip', 'urgent']));
});

it.each([
  ['Open contact', maria, '#/contacts/1'],
  ['Add contact', { ...maria, contactId: null, name: null }, '#/contacts/new?number=%2B35799123456'],
])('leads to the contact: %s', async (name, party, href) => {
  openPage((core) => {
    core.calls = [callRow({ party })];
  }, '#/calls/call-1');
  expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(href);
});

it.each([
  ['withheld', withheld],
  ['hidden', hidden],
])('offers no contact for whoever is %s', async (_name, party) => {
  openPage((core) => {
    core.calls = [callRow({ party })];
  }, '#/calls/call-1');
  await screen.findByRole('button', { name: 'Delete this call' });
  expect(screen.queryByRole('link', { name: /contact/ })).toBeNull();
});

it('deletes the call at once, and all calls with the person after a question; both can be undone', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = [
      callRow(),
      callRow({ ref: 'b', startedAtUs: 2 }),
      callRow({ ref: 'c', party: withheld, startedAtUs: 1 }),
    ];
  }, '#/calls/call-1');
  await user.click(await screen.findByRole('button', { name: 'Delete this call' }));
  await screen.findByText('1 call deleted');
  expect(window.location.hash).toBe('#/calls');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(core.calls).toHaveLength(3));

  await user.click((await screen.findAllByText('Μαρία Γεωργίου'))[0] ?? document.body);
  await user.click(await screen.findByRole('button', { name: 'Delete all calls with this person…' }));
  expect(asked(core, 'calls.removePerson')).toEqual([]);
  const dialog = screen.getByRole('dialog', { name: 'Delete all calls with Μαρία Γεωργίου?' });
  await user.click(within(dialog).getByRole('button', { name: 'Delete all of them' }));
  await screen.findByText('2 calls deleted');
  expect(core.calls.map((call) => call.ref)).toEqual(['c']);
});

it('lists every key there is on ?, and closes on Esc without leaving the call', async () => {
  const { user } = openPage((core) => {
    core.calls = [callRow()];
  }, '#/calls/call-1');
  await screen.findByRole('heading', { name: /Μαρία/, level: 1 });
  await user.keyboard('?');
  expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeDefined();
  await user.click(screen.getByRole('heading', { name: 'Keys' }));
  screen.getByRole('button', { name: 'Close' }).focus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull());
  expect(window.location.hash).toBe('#/calls/call-1');
});
