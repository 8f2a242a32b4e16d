import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import type { Settlement } from '../../shared/call.ts';
import { callRow, maria, missedCall, noonUs, withheld } from './support/calls.ts';
import { openPage } from './support/page.tsx';

it('tells what every phone did in words', async () => {
  openPage((core) => {
    core.calls = [callRow()];
  }, '#/calls/call-1');
  const lines = await within(await screen.findByRole('region', { name: 'Call' })).findAllByRole('listitem');
  expect(lines[0]?.textContent).toMatch(/1002yours.*for 6 s.*for 4 s/);
  expect(lines[1]?.textContent).toMatch(/1003LOSE_RACE.*for 6 s/);
});

it('does not call the phone of a colleague whom I ring mine', async () => {
  openPage((core) => {
    core.calls = [callRow({ direction: 'out', internal: true, extension: '1001', called: '1002' })];
  }, '#/calls/call-1');
  const lines = await within(await screen.findByRole('region', { name: 'Call' })).findAllByRole('listitem');
  expect(lines[0]?.textContent).toMatch(/^1002NORMAL_CLEARING/);
});

it('shows the raw events, and which of them was repaired', async () => {
  openPage((core) => {
    core.calls = [callRow()];
  }, '#/calls/call-1');
  const events = await within(await screen.findByRole('region', { name: 'Call' })).findAllByRole('group');
  expect(events.map((event) => event.textContent.includes('repaired'))).toEqual([false, true]);
  expect(events[0]?.querySelector('pre')?.textContent).toBe('{\n  "action": "ring"\n}');
  expect(events[1]?.querySelector('pre')?.textContent).toBe('{"action":"hangup" "ref":1}');
});

it('copies the number in its international form', async () => {
  const { user } = openPage((core) => {
    core.calls = [callRow()];
  }, '#/calls/call-1');
  const writeText = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(await screen.findByRole('button', { name: 'Copy number' }));
  expect(writeText).toHaveBeenCalledWith('+35799123456');
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
});

it('says so when the log does not have the call', async () => {
  openPage(undefined, '#/calls/nobody');
  expect(await screen.findByText('This call is not in the log')).toBeDefined();
});

it('opens the call that the core asks to open, whatever its id looks like', async () => {
  const ref = 'a/b?c%d #é';
  const { core } = openPage((fake) => {
    fake.calls = [callRow({ ref })];
  }, '#/settings');
  await screen.findByRole('heading', { name: 'Settings' });
  act(() => core.push({ name: 'open', value: { ref } }));
  expect(await screen.findByRole('heading', { name: /Μαρία Γεωργίου/, level: 1 })).toBeDefined();
});

it('settles with a call whatever else that person tried, and opens the call again', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = [missedCall(5), missedCall(9)];
  }, '#/calls/missed-5');
  const box = await screen.findByRole('region', { name: 'Follow-up' });
  expect(box.textContent).toContain('nobody has spoken with them since');
  await user.click(within(box).getByRole('button', { name: 'Settle with a reason' }));
  await user.click(within(box).getByRole('button', { name: 'Wrong number' }));
  expect((await within(box).findByText(/^Settled by you at \d.* – Wrong number$/)).tagName).toBe('OUTPUT');
  expect(core.asked).toContain('followUps.settle {"refs":["missed-5","missed-9"],"reason":"Wrong number"}');
  expect(document.activeElement).toBe(box);
  await user.click(within(box).getByRole('button', { name: 'Reopen' }));
  expect(await within(box).findByRole('button', { name: 'Settle' })).toBeDefined();
  expect(core.asked).toContain('followUps.reopen {"refs":["missed-5"]}');
});

const settlements: readonly (readonly [RegExp, Settlement])[] = [
  [/^You spoke with them at 12:00/, { kind: 'me', atUs: noonUs, ref: 'later' }],
  [/^1003 spoke with them at 12:00/, { kind: 'colleague', atUs: noonUs, extension: '1003' }],
  [/^A colleague spoke with them at 12:00/, { kind: 'colleague', atUs: noonUs, extension: null }],
  [/^Settled by you on .*2020/, { kind: 'by-hand', atUs: Date.UTC(2020, 5, 5, 12) * 1000, reason: null }],
];

it.each(settlements)('says what settled a follow-up: %s', async (words, settlement) => {
  openPage((core) => {
    core.calls = [missedCall(5, { followUp: 'settled' })];
    core.details = { 'missed-5': { settlement } };
  }, '#/calls/missed-5');
  const box = await screen.findByRole('region', { name: 'Follow-up' });
  expect(within(box).getByRole('status').textContent).toMatch(words);
  const links = within(box).queryAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(settlement.kind === 'me' ? ['#/calls/later'] : []);
  expect(within(box).queryAllByRole('button')).toHaveLength(settlement.kind === 'by-hand' ? 1 : 0);
});

it('says nothing of follow-ups for a call that asks for none', async () => {
  openPage((core) => {
    core.calls = [callRow()];
  }, '#/calls/call-1');
  await screen.findByRole('heading', { name: /Μαρία/, level: 1 });
  expect(screen.queryByRole('region', { name: 'Follow-up' })).toBeNull();
});

it('shows who was on the line of a call that a colleague put through, with the way to the first call', async () => {
  const colleague = { ...withheld, number: '1003', e164: '1003', display: '1003' };
  const { user } = openPage((core) => {
    core.calls = [callRow({ ref: 'mine', party: colleague, cameFrom: '1003' }), callRow({ ref: 'first' })];
    core.details = { mine: { links: [{ kind: 'from', ref: 'first', party: maria }] } };
  }, '#/calls/mine');
  const link = await screen.findByRole('link', { name: 'Came from 1003' });
  expect(link.closest('.call-note')?.textContent).toContain('Μαρία Γεωργίου');
  await user.click(link);
  await waitFor(() => expect(window.location.hash).toBe('#/calls/first'));
});

it('says whom a call was transferred to, with no way to a call that the log does not have', async () => {
  openPage((core) => {
    core.calls = [callRow({ outcome: 'transferred', transferredTo: '1007' })];
    core.details = {
      'call-1': {
        why: { message: 'transferredTo', talkUs: 4_000_000, by: '1007' },
        links: [{ kind: 'to', ref: null, party: maria }],
      },
    };
  }, '#/calls/call-1');
  const words = await screen.findByText('Transferred to 1007');
  expect(words.closest('.call-note')?.textContent.trim()).toBe('Transferred to 1007');
  expect(screen.queryByRole('link', { name: 'Transferred to 1007' })).toBeNull();
  expect(screen.getByText('You talked for 4 s and handed the call over to 1007.')).toBeDefined();
});

it('names the calls that were joined into one', async () => {
  openPage((core) => {
    core.calls = [callRow()];
    core.details = { 'call-1': { refs: ['call-1', 'call-2', 'call-3'] } };
  }, '#/calls/call-1');
  const fact = (await screen.findByText('Joined from')).parentElement;
  expect(fact?.textContent).toBe('Joined from3 offerscall-1call-2call-3');
});
