import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { noonUs, ringingCall, withheld } from './support/calls.ts';
import { openPage } from './support/page.tsx';

it('announces an incoming call with the caller, the country, the called number and a clock that runs', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 });
  const { core } = openPage();
  core.pops = [{ call: ringingCall(9), state: 'ringing' }];
  act(() => core.changed('pops'));
  const card = await screen.findByRole('alert', { name: 'Incoming call' });
  for (const words of ['Μαρία Γεωργίου', '+357 99 123456', 'Cyprus', '+357 22 000111', '1002']) {
    expect(card.textContent).toContain(words);
  }
  const clock = within(card).getByRole('timer');
  expect(clock.textContent).toMatch(/^ringing for (9|10) s$/);
  act(() => void vi.advanceTimersByTime(5000));
  expect(clock.textContent).toMatch(/^ringing for (14|15) s$/);
});

it('never takes the keyboard away from where it is', async () => {
  const { core } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Domain' });
  field.focus();
  core.pops = [{ call: ringingCall(1), state: 'ringing' }];
  act(() => core.changed('pops'));
  await screen.findByRole('alert', { name: 'Incoming call' });
  expect(document.activeElement).toBe(field);
});

it('dismisses a card at once and tells the core', async () => {
  const { core, user } = openPage((fake) => {
    fake.pops = [{ call: ringingCall(1), state: 'ringing' }];
  });
  const card = await screen.findByRole('alert', { name: 'Incoming call' });
  await user.click(within(card).getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert', { name: 'Incoming call' })).toBeNull();
  expect(core.asked).toContain('pops.dismiss "ringing"');
});

it('turns into a slim card with the talk time on answer', async () => {
  const call = ringingCall(20, { reason: 'talking' });
  openPage((core) => {
    core.pops = [{ call: { ...call, answeredAtUs: call.startedAtUs }, state: 'answered' }];
  });
  const card = await screen.findByRole('article', { name: 'In call' });
  expect(within(card).getByRole('timer').textContent).toMatch(/^2\d s$/);
  expect(screen.queryByRole('alert', { name: 'Incoming call' })).toBeNull();
});

it('shows no card where the user wants none, but names the caller in the title', async () => {
  openPage((core) => {
    core.settings = { ...core.settings, settings: { ...core.settings.settings, card: false } };
    core.pops = [{ call: ringingCall(1, { party: withheld }), state: 'ringing' }];
  });
  await waitFor(() => expect(document.title).toBe('☎ Withheld – Ringside'));
  expect(screen.queryByRole('alert', { name: 'Incoming call' })).toBeNull();
});
