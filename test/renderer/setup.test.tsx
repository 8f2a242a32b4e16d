import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

function withoutExtension(core: FakeCore) {
  core.settings = { ...core.settings, settings: { ...core.settings.settings, extensions: [] } };
}

it('opens the set-up by itself while no extension is known', async () => {
  openPage(withoutExtension);
  expect(await screen.findByRole('heading', { name: 'Welcome to Ringside' })).toBeDefined();
  expect(screen.getByText('http://127.0.0.1:47100/hooks/token')).toBeDefined();
});

it('can be skipped, and leaves a reminder above the calls', async () => {
  const { user } = openPage(withoutExtension);
  await user.click(await screen.findByRole('link', { name: 'Skip for now' }));
  expect(await screen.findByText('Ringside does not know your extension yet')).toBeDefined();
  expect(window.location.hash).toBe('#/calls');
});

it('takes the extension, and shows that the first event has arrived', async () => {
  const { core, user } = openPage(withoutExtension);
  await user.type(await screen.findByRole('textbox', { name: 'Your extensions' }), '1002{Enter}');
  await waitFor(() => expect(core.settings.settings.extensions).toEqual(['1002']));
  expect(await screen.findByRole('link', { name: 'Show my calls' })).toBeDefined();
  expect(screen.getByText('Waiting for the first event…')).toBeDefined();
  core.status = { ...core.status, lastEventAtUs: Date.now() * 1000 };
  act(() => core.changed('status'));
  expect(await screen.findByText(/^An event arrived at/)).toBeDefined();
});

it('does not open by itself when the extension is known', async () => {
  openPage();
  expect(await screen.findByText('No calls yet')).toBeDefined();
  expect(screen.queryByText('Ringside does not know your extension yet')).toBeNull();
});
