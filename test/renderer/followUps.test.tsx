import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { maria, missedCall, noonUs, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

const nikos = { ...maria, number: '+35799000001', e164: '+35799000001', display: '+357 99 000001', name: 'Νίκος' };

/** Νίκος has waited longest, then a withheld caller, then Μαρία, who tried three times and last of all. */
function threeWait(core: FakeCore): void {
  core.calls = [
    missedCall(2, { extension: '1005', called: '1005', calledDisplay: '1005' }),
    missedCall(10, { group: true }),
    missedCall(20),
    missedCall(30, { party: withheld }),
    missedCall(90, { party: nikos }),
  ];
}

async function people() {
  return within(await screen.findByRole('list', { name: 'Follow-ups' })).getAllByRole('listitem');
}

async function waiting() {
  return (await people()).map((person) => person.querySelector('.person-name a')?.textContent);
}

function undoButton() {
  return screen.queryByRole('button', { name: 'Undo' });
}

it('lists whoever waits for a call by person, longest first, with how often and when they tried', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 });
  openPage(threeWait, '#/follow-ups');
  const lines = (await people()).map((person) => person.querySelector('.person-words')?.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^Νίκος\+357 99 000001Once, 1 h ago \(10:30.*\)CyprusCalled \+357 22 000111Extension 1002$/),
    expect.stringMatching(/^WithheldOnce, 30 min ago \(11:30.*\)Called \+357 22 000111Extension 1002$/),
    expect.stringMatching(
      /^Μαρία.*Group3 times, first 20 min ago, last 11:58.*CyprusCalled \+357 22 000111Extension 1005, 1002$/,
    ),
  ]);
  act(() => void vi.advanceTimersByTime(60_000));
  expect((await people())[1]?.textContent).toContain('31 min ago');
});

it('counts the people who wait in the side bar, and says so in words', async () => {
  const { core } = openPage(threeWait);
  const name = 'Follow-ups, 3 people to call back';
  const entry = await screen.findByRole('link', { name });
  expect(entry.getAttribute('href')).toBe('#/follow-ups');
  core.calls = core.calls.slice(0, 3);
  act(() => core.changed('calls'));
  expect(await screen.findByRole('link', { name: 'Follow-ups, 1 person to call back' })).toBeDefined();
  core.calls = [];
  act(() => core.changed('calls'));
  expect(await screen.findByRole('link', { name: 'Follow-ups' })).toBeDefined();
});

it('settles all that a person tried with one click, and takes it back', async () => {
  const { core, user } = openPage(threeWait, '#/follow-ups');
  const maras = (await people())[2] ?? document.body;
  await user.click(within(maras).getByRole('button', { name: 'Settle' }));
  await waitFor(async () => expect(await waiting()).toHaveLength(2));
  expect(core.asked).toContain('followUps.settle {"refs":["missed-2","missed-10","missed-20"],"reason":null}');
  expect(await screen.findByText('Μαρία Γεωργίου is settled')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await waiting()).toHaveLength(3));
  expect(core.asked).toContain('followUps.reopen {"refs":["missed-2","missed-10","missed-20"]}');
  expect(undoButton()).toBeNull();
});

it('settles with one of the usual reasons, or with one in free words', async () => {
  const { core, user } = openPage(threeWait, '#/follow-ups');
  const ask = async () =>
    user.click(within((await people())[0] ?? document.body).getByRole('button', { name: 'Settle with a reason' }));
  await ask();
  await user.click(screen.getByRole('button', { name: 'Wrong number' }));
  expect(await screen.findByText('Νίκος is settled: Wrong number')).toBeDefined();
  await ask();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reason' }));
  await user.keyboard(' sales u s {Enter}');
  expect(await screen.findByText('Withheld is settled: sales u s')).toBeDefined();
  expect(core.asked.filter((one) => one.startsWith('followUps.settle'))).toEqual([
    'followUps.settle {"refs":["missed-90"],"reason":"Wrong number"}',
    'followUps.settle {"refs":["missed-30"],"reason":"sales u s"}',
  ]);
});

it('forgets about a reason on Escape, and the keyboard is where it was', async () => {
  const { core, user } = openPage(threeWait, '#/follow-ups');
  const ask = within((await people())[1] ?? document.body).getByRole('button', { name: 'Settle with a reason' });
  await user.click(ask);
  await user.keyboard('never mind{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(ask);
  expect(core.asked.some((one) => one.startsWith('followUps.settle'))).toBe(false);
});

it('is worked off by keyboard: arrows move, s settles and goes on, u and Ctrl+Z undo one after the other', async () => {
  const { user } = openPage(threeWait, '#/follow-ups');
  const here = () => document.activeElement?.textContent;
  within((await people())[0] ?? document.body)
    .getByRole('link')
    .focus();
  await user.keyboard('{ArrowUp}{ArrowDown}');
  expect(here()).toBe('Withheld');
  await user.keyboard('s');
  await waitFor(() => expect(here()).toMatch(/^Μαρία/));
  await user.keyboard('s');
  await waitFor(() => expect(here()).toMatch(/^Νίκος/));
  await user.keyboard('s');
  await waitFor(() => expect(document.activeElement).toBe(undoButton()));
  expect(screen.getByText('Nobody waits for your call')).toBeDefined();
  await user.keyboard('u');
  await waitFor(() => expect(here()).toMatch(/^Νίκος/));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(here()).toMatch(/^Μαρία/));
  await user.keyboard('{End}{Home}{ArrowDown}{ArrowDown}');
  expect(here()).toMatch(/^Μαρία/);
  await user.keyboard('u');
  await waitFor(async () => expect(await waiting()).toHaveLength(3));
  expect(undoButton()).toBeNull();
});

it('offers the way back to the keyboard once the last person is settled', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = [missedCall(5)];
  }, '#/follow-ups');
  within((await people())[0] ?? document.body)
    .getByRole('link')
    .focus();
  const answer = Promise.withResolvers<void>();
  core.busy = answer.promise;
  await user.keyboard('s');
  await screen.findByText('Nobody waits for your call');
  await act(async () => answer.resolve());
  await waitFor(() => expect(undoButton()).not.toBeNull());
  expect(document.activeElement).toBe(undoButton());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Μαρία/));
});

it('opens the newest call of a person beside the list with Enter, and comes back with Escape', async () => {
  const { user } = openPage(threeWait, '#/follow-ups');
  within((await people())[2] ?? document.body)
    .getByRole('link')
    .focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: /Μαρία Γεωργίου/, level: 1 })).toBeDefined();
  expect(window.location.hash).toBe('#/follow-ups/missed-2');
  expect(screen.getByRole('link', { name: /^Follow-ups, / }).getAttribute('aria-current')).toBe('page');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Μαρία/));
  expect(window.location.hash).toBe('#/follow-ups');
});

it('lets a person go before the core has answered, but brings back whom it would not settle, and says why', async () => {
  const { core, user } = openPage(threeWait, '#/follow-ups');
  const nikosLine = (await people())[0] ?? document.body;
  const answer = Promise.withResolvers<void>();
  core.busy = answer.promise;
  await user.click(within(nikosLine).getByRole('button', { name: 'Settle' }));
  await waitFor(async () => expect(await waiting()).toHaveLength(2));
  core.refusal = 'the disk is full';
  await act(async () => answer.resolve());
  expect(await screen.findByText('This could not be done: the disk is full')).toBeDefined();
  expect(undoButton()).toBeNull();
  core.refusal = null;
  act(() => core.changed('calls'));
  await waitFor(async () => expect(await waiting()).toHaveLength(3));
});

it('lets go of whoever was spoken with meanwhile', async () => {
  const { core } = openPage(threeWait, '#/follow-ups');
  await people();
  core.calls = core.calls.map((call) => (call.party === nikos ? { ...call, followUp: 'settled' } : call));
  act(() => core.changed('calls'));
  await waitFor(async () => expect(await waiting()).toHaveLength(2));
});

it('teaches what shows up there while nobody waits', async () => {
  openPage(undefined, '#/follow-ups');
  expect(await screen.findByText('Nobody waits for your call')).toBeDefined();
});

it('offers to copy the number to call back, unless there is none', async () => {
  const { user } = openPage(threeWait, '#/follow-ups');
  const writeText = vi.spyOn(navigator.clipboard, 'writeText');
  const [first, second] = await people();
  await user.click(within(first ?? document.body).getByRole('button', { name: 'Copy number' }));
  expect(writeText).toHaveBeenCalledWith('+35799000001');
  expect(within(second ?? document.body).queryByRole('button', { name: 'Copy number' })).toBeNull();
});

it('goes from person to person in the call that is open, also from one who is done with', async () => {
  const { user } = openPage(threeWait, '#/follow-ups/missed-30');
  await screen.findByRole('region', { name: 'Call' });
  await people();
  await user.keyboard('j');
  expect(window.location.hash).toBe('#/follow-ups/missed-2');
  await user.keyboard('kk');
  expect(window.location.hash).toBe('#/follow-ups/missed-90');
  const panel = within(await screen.findByRole('region', { name: 'Call' }));
  await user.click(await panel.findByRole('button', { name: 'Settle' }));
  await waitFor(async () => expect(await waiting()).toHaveLength(2));
  await user.click(panel.getByRole('button', { name: /^Next/ }));
  expect(window.location.hash).toBe('#/follow-ups/missed-30');
});
