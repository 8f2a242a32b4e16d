import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { holdReasons } from '../../shared/pop.ts';
import { callRow, hidden, missedCall, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

const calls = [missedCall(1, { ref: 'one' }), missedCall(2, { ref: 'two' }), missedCall(3, { party: withheld })];

function withCalls(core: FakeCore): void {
  core.calls = calls;
}

function called(core: FakeCore): readonly string[] {
  return core.asked.filter((request) => request.startsWith('calls.callBack'));
}

it('calls back and opens the customer system from the call, and says what was said against it', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = calls;
    fake.settings = { ...fake.settings, settings: { ...fake.settings.settings, crmUrl: 'https://crm/' } };
  }, '#/calls/one');
  await user.click(await screen.findByRole('button', { name: 'Open in CRM' }));
  await waitFor(() => expect(core.asked).toContain('calls.openCrm "one"'));
  core.refusal = 'tel: opens nothing here';
  await user.click(screen.getByRole('button', { name: 'Call back' }));
  expect(await screen.findByText('tel: opens nothing here')).toBeDefined();
  expect(called(core)).toEqual(['calls.callBack "one"']);
});

it('calls back by c, and leads to the note by n, where both are letters again', async () => {
  const { core, user } = openPage(withCalls, '#/calls/one');
  await screen.findByRole('textbox', { name: 'Note' });
  await user.keyboard('c');
  await waitFor(() => expect(called(core)).toEqual(['calls.callBack "one"']));
  await user.keyboard('n');
  const field = screen.getByRole('textbox', { name: 'Note' });
  expect(document.activeElement).toBe(field);
  await user.keyboard('nice chat');
  expect(field).toHaveProperty('value', 'nice chat');
  expect(called(core)).toHaveLength(1);
  await user.keyboard('{Escape}');
  expect(document.activeElement).not.toBe(field);
  expect(window.location.hash).toBe('#/calls/one');
  await waitFor(() => expect(core.details['one']?.note).toBe('nice chat'));
});

it('calls back and notes from the list, whichever call the keyboard is on', async () => {
  const { core, user } = openPage(withCalls, '#/calls');
  await screen.findAllByText('Μαρία Γεωργίου');
  await user.tab();
  while (!(document.activeElement instanceof HTMLElement && document.activeElement.dataset['ref'])) await user.tab();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toHaveProperty('dataset.ref', 'two'));
  await user.keyboard('c');
  await waitFor(() => expect(called(core)).toEqual(['calls.callBack "two"']));
  await user.keyboard('n');
  await waitFor(() => expect(window.location.hash).toBe('#/calls/two'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' })));
});

it('says in the list why it could not call back, and calls nobody who is withheld', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = [missedCall(1, { party: withheld }), missedCall(2, { ref: 'two', party: hidden })];
  }, '#/calls');
  await screen.findByText('Withheld');
  while (!(document.activeElement instanceof HTMLElement && document.activeElement.dataset['ref'])) await user.tab();
  await user.keyboard('c');
  core.refusal = 'tel: opens nothing here';
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toHaveProperty('dataset.ref', 'two'));
  await user.keyboard('c');
  expect(await screen.findByText('tel: opens nothing here')).toBeDefined();
  expect(called(core)).toEqual(['calls.callBack "two"']);
});

it('leads to the links of a note, without the punctuation around them', async () => {
  openPage((core) => {
    core.calls = [callRow()];
    const note = 'Offer (https://example.com/a_(1)), see https://example.com/b?x=1. And javascript:alert(1)';
    core.details = { 'call-1': { note } };
  }, '#/calls/call-1');
  const links = within(await screen.findByRole('list', { name: 'Links in the note' })).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://example.com/a_(1)',
    'https://example.com/b?x=1',
  ]);
});

it.each(holdReasons)('says why nothing popped up: %s', async (reason) => {
  openPage((core) => {
    core.calls = [callRow()];
    core.details = { 'call-1': { heldBack: { reason, atUs: 1 } } };
  }, '#/calls/call-1');
  expect((await screen.findByText(/^Nothing popped up: /)).textContent).not.toContain('call.heldBack');
});

it('leads to the recording where the settings say where it is', async () => {
  openPage((core) => {
    core.calls = [callRow({ recording: 'abc.wav' }), callRow({ ref: 'other', recording: 'def.wav' })];
    core.details = { 'call-1': { recordingUrl: 'https://rec/abc.wav' } };
  }, '#/calls/call-1');
  const link = await screen.findByRole('link', { name: 'abc.wav' });
  expect(link.getAttribute('href')).toBe('https://rec/abc.wav');
  window.location.hash = '#/calls/other';
  await screen.findByText('def.wav');
  expect(screen.queryByRole('link', { name: 'def.wav' })).toBeNull();
});
