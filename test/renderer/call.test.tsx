import { act, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { callRow } from './support/calls.ts';
import { openPage } from './support/page.tsx';

it('tells what every phone did in words', async () => {
  openPage((core) => {
    core.calls = [callRow()];
  }, '#/calls/call-1');
  const lines = await within(screen.getByRole('region', { name: 'Call' })).findAllByRole('listitem');
  expect(lines[0]?.textContent).toMatch(/1002yours.*for 6 s.*for 4 s/);
  expect(lines[1]?.textContent).toMatch(/1003LOSE_RACE.*for 6 s/);
});

it('does not call the phone of a colleague whom I ring mine', async () => {
  openPage((core) => {
    core.calls = [callRow({ direction: 'out', internal: true, extension: '1001', called: '1002' })];
  }, '#/calls/call-1');
  const lines = await within(screen.getByRole('region', { name: 'Call' })).findAllByRole('listitem');
  expect(lines[0]?.textContent).toMatch(/^1002NORMAL_CLEARING/);
});

it('shows the raw events, and which of them was repaired', async () => {
  openPage((core) => {
    core.calls = [callRow()];
  }, '#/calls/call-1');
  const events = await screen.findAllByRole('group');
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
