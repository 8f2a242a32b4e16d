import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { nextMorning } from '../../renderer/time/nextMorning.ts';
import { noonUs } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

const minuteUs = 60_000_000;

function itIsNoon(): void {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 });
}

function quietUntil(untilUs: number) {
  return (core: FakeCore) => {
    core.settings = { ...core.settings, settings: { ...core.settings.settings, doNotDisturbUntilUs: untilUs } };
  };
}

function reminder() {
  return screen.queryByRole('button', { name: 'Switch off do not disturb' });
}

it.each([
  ['30 minutes', noonUs + 30 * minuteUs, /^On until 12:30/],
  ['1 hour', noonUs + 60 * minuteUs, /^On until 0?1:00|^On until 13:00/],
  [/^Until tomorrow, 0?7:00/, nextMorning(noonUs / 1000) * 1000, /^On until \w+ 0?7:00/],
])('keeps quiet for as long as it is told: %s', async (name, untilUs, words) => {
  itIsNoon();
  const { core, user } = openPage(undefined, '#/settings');
  const group = await screen.findByRole('group', { name: 'Do not disturb' });
  await user.click(within(group).getByRole('button', { name }));
  expect(await within(group).findByText(words)).toBeDefined();
  const until = core.settings.settings.doNotDisturbUntilUs ?? 0;
  expect(Math.abs(until - untilUs)).toBeLessThan(minuteUs);
});

it('reminds of it in the side bar wherever the user is, and ends it there', async () => {
  itIsNoon();
  const { core, user } = openPage(quietUntil(noonUs + 30 * minuteUs), '#/calls');
  const button = await screen.findByRole('button', { name: 'Switch off do not disturb' });
  expect(button.parentElement?.textContent).toMatch(/^Do not disturb until 12:30/);
  await user.click(button);
  await waitFor(() => expect(reminder()).toBeNull());
  expect(core.settings.settings.doNotDisturbUntilUs).toBeNull();
});

it('ends it in the settings, and the keyboard stays there', async () => {
  itIsNoon();
  const { core, user } = openPage(quietUntil(noonUs + 30 * minuteUs), '#/settings');
  const group = await screen.findByRole('group', { name: 'Do not disturb' });
  await user.click(within(group).getByRole('button', { name: 'Switch off' }));
  await waitFor(() => expect(core.settings.settings.doNotDisturbUntilUs).toBeNull());
  expect(document.activeElement).toBe(within(group).getByRole('button', { name: '30 minutes' }));
});

it('is off by itself once its time is over', async () => {
  itIsNoon();
  openPage(quietUntil(noonUs + minuteUs), '#/settings');
  expect(await screen.findByText(/^On until 12:01/)).toBeDefined();
  act(() => void vi.advanceTimersByTime(61_000));
  expect(screen.queryByText(/^On until/)).toBeNull();
  expect(reminder()).toBeNull();
});

it('counts as off when its time was over before the page was opened', async () => {
  openPage(quietUntil(1), '#/settings');
  await screen.findByRole('group', { name: 'Do not disturb' });
  expect(reminder()).toBeNull();
});

it('means the next seven in the morning, at night that of the same day', () => {
  const at = (day: number, hour: number) => new Date(2026, 9, day, hour).getTime();
  expect(nextMorning(at(12, 6))).toBe(at(12, 7));
  expect(nextMorning(at(12, 7))).toBe(at(13, 7));
  expect(nextMorning(at(31, 22))).toBe(new Date(2026, 10, 1, 7).getTime());
});
