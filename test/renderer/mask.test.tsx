import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { hidden, missedCall } from './support/calls.ts';
import { openPage } from './support/page.tsx';

it('hides names at a shortcut wherever the keyboard is, says so, and shows them again', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Domain' });
  await user.click(field);
  await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
  await waitFor(() => expect(core.settings.settings.masked).toBe(true));
  expect(screen.getByText('Names hidden')).toBeDefined();
  expect(screen.getByRole('switch', { name: 'Hide names and numbers' })).toHaveProperty('checked', true);
  await user.keyboard('{Meta>}{Shift>}H{/Shift}{/Meta}');
  await waitFor(() => expect(core.settings.settings.masked).toBe(false));
  expect(screen.queryByText('Names hidden')).toBeNull();
  expect(field).toHaveProperty('value', '');
});

it('shows them again by the button in the side bar', async () => {
  const { core, user } = openPage((fake) => {
    fake.settings = { ...fake.settings, settings: { ...fake.settings.settings, masked: true } };
  });
  await user.click(await screen.findByRole('button', { name: 'Show names and numbers' }));
  await waitFor(() => expect(core.settings.settings.masked).toBe(false));
});

it('calls somebody hidden hidden, with no number to copy', async () => {
  openPage((core) => {
    core.calls = [missedCall(1, { ref: 'one', party: hidden, called: null, calledDisplay: null })];
  }, '#/calls/one');
  expect(await screen.findByRole('heading', { name: 'Hidden', level: 1 })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Copy number' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Call back' })).toBeDefined();
});
