import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { openPage } from './support/page.tsx';

const field = () => screen.findByRole('searchbox', { name: 'Search settings' });
const names = () =>
  [...document.querySelectorAll('[data-setting] label[for], [data-setting] h3')].map((one) => one.textContent);

it('leaves the settings that have every word looked for, in whatever order', async () => {
  const { user } = openPage(undefined, '#/settings');
  await user.type(await field(), 'seconds ring');
  await waitFor(() => expect(names()).toEqual(['Give up on a ringing call after']));
  expect(screen.getByText('1 setting')).toBeDefined();
});

it('finds a setting by the title of its section', async () => {
  const { user } = openPage(undefined, '#/settings');
  await user.type(await field(), 'customer system');
  await waitFor(() => expect(names()).toContain('Address of recordings'));
  expect(names()).not.toContain('Theme');
});

it('finds Greek words without their accents', async () => {
  const { user } = openPage((core) => {
    core.settings = { ...core.settings, settings: { ...core.settings.settings, language: 'el' } };
  }, '#/settings');
  await user.type(await screen.findByRole('searchbox', { name: 'Αναζήτηση ρυθμίσεων' }), 'ενταση');
  await waitFor(() => expect(names()).toEqual(['Ένταση']));
});

it('says that nothing has these words, and Escape brings everything back', async () => {
  const { user } = openPage(undefined, '#/settings');
  await user.type(await field(), 'xylophone');
  expect(await screen.findByText('No setting has these words.')).toBeDefined();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(names()).toContain('Theme'));
});

it('is reached by a slash, but never while somebody types', async () => {
  const { user } = openPage(undefined, '#/settings');
  const search = await field();
  await user.type(await screen.findByRole('textbox', { name: 'Domain' }), '/');
  expect(document.activeElement).not.toBe(search);
  await user.click(screen.getByRole('heading', { level: 1 }));
  await user.keyboard('/');
  expect(document.activeElement).toBe(search);
  expect(search).toHaveProperty('value', '');
});
