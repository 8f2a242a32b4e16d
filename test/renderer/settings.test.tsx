import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { openPage } from './support/page.tsx';

it('changes the extensions when Enter is pressed, however they were separated', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Your extensions' });
  await user.clear(field);
  await user.type(field, '1002 1003;1002{Enter}');
  await waitFor(() => expect(core.settings.settings.extensions).toEqual(['1002', '1003']));
  await waitFor(() => expect(field).toHaveProperty('value', '1002, 1003'));
});

it('shows a refusal next to its field and keeps what was typed', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Port' });
  await user.clear(field);
  await user.type(field, '99999{Enter}');
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  const words = described.map((id) => document.getElementById(id)?.textContent).join(' ');
  expect(words).toContain('port: must be 65535 at most');
  expect(field).toHaveProperty('value', '99999');
  expect(core.settings.settings.port).toBe(47_100);
});

it('does not ask the core for a port that is no number', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Port' });
  await user.clear(field);
  await user.type(field, 'http{Enter}');
  expect(await screen.findByText('A port is a whole number.')).toBeDefined();
  expect(core.asked.some((name) => name.startsWith('settings.change'))).toBe(false);
});

it('leaves alone what a start option holds', async () => {
  openPage((core) => {
    core.settings = { ...core.settings, fixedByStartOption: ['port', 'card'] };
  }, '#/settings');
  expect(await screen.findByRole('textbox', { name: 'Port' })).toHaveProperty('readOnly', true);
  expect(screen.getByRole('switch', { name: 'Card in the window' })).toHaveProperty('disabled', true);
  expect(screen.getAllByText('Set by a start option for this run.')).toHaveLength(2);
});

it('puts the theme in force at once', async () => {
  const { user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
});

it('rebuilds the log and says what came of it', async () => {
  const { user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('button', { name: 'Rebuild the log from its events' }));
  expect(await screen.findByText('12 calls rebuilt in 1.4 s.')).toBeDefined();
});

it('lists the deliveries that were refused, with the reason and the body', async () => {
  openPage((core) => {
    core.status = { ...core.status, rejected: 1 };
    core.rejected = [{ id: 1, receivedAtUs: 1, reason: 'not JSON at line 1', body: 'hello', size: 5 }];
  }, '#/settings');
  expect(await screen.findByText('not JSON at line 1')).toBeDefined();
  expect(screen.getByText('1 delivery')).toBeDefined();
  expect(screen.getByText('hello')).toBeDefined();
});
