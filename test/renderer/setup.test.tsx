import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

function withoutExtension(core: FakeCore) {
  core.settings = { ...core.settings, settings: { ...core.settings.settings, extensions: [] } };
}

const step = (name: string | RegExp) => screen.findByRole('button', { name });

it('opens the set-up by itself while no extension is known', async () => {
  openPage(withoutExtension);
  expect(await screen.findByRole('heading', { name: 'Welcome to Ringside' })).toBeDefined();
  expect((await step('Who are you?')).getAttribute('aria-expanded')).toBe('true');
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
  await user.click(await step('Does it ring?'));
  expect(screen.getByText('Waiting for the first event…')).toBeDefined();
  core.status = { ...core.status, lastEventAtUs: Date.now() * 1000 };
  act(() => core.changed('status'));
  expect(await screen.findByText(/^An event arrived at/)).toBeDefined();
});

it('guesses from the first events who somebody is, and takes the guess at a click', async () => {
  const { core, user } = openPage((filled) => {
    withoutExtension(filled);
    filled.suggestions = [{ extension: '1002', domain: 'pbx.example.com', events: 4 }];
  });
  await user.click(await screen.findByRole('button', { name: '1002 at pbx.example.com – that’s me' }));
  await waitFor(() => expect(core.settings.settings.extensions).toEqual(['1002']));
  expect(core.settings.settings.domain).toBe('pbx.example.com');
});

it('goes on by keyboard, and the keyboard is in the step that opens', async () => {
  const { user } = openPage(withoutExtension, '#/setup');
  (await screen.findByRole('button', { name: 'Continue' })).focus();
  await user.keyboard('{Enter}');
  expect((await step('How do events get here?')).getAttribute('aria-expanded')).toBe('true');
  const region = await screen.findByRole('region', { name: 'How do events get here?' });
  await waitFor(() => expect(document.activeElement).toBe(region));
  await user.tab();
  expect(document.activeElement).toBe(await within(region).findByRole('radio', { name: /^Not yet/ }));
});

it('is where it was when somebody comes back', async () => {
  const { user } = openPage(withoutExtension, '#/setup');
  await user.click(await step('Tell the PBX where to send them'));
  await user.click(screen.getByRole('link', { name: 'Statistics' }));
  await screen.findByRole('heading', { name: 'Statistics' });
  act(() => {
    window.location.hash = '#/setup';
  });
  expect((await step('Tell the PBX where to send them')).getAttribute('aria-expanded')).toBe('true');
});

it('gives the public address to copy, or says that the one it has is of this machine', async () => {
  const { core, user } = openPage(withoutExtension, '#/setup');
  await user.click(await step('Tell the PBX where to send them'));
  expect(await screen.findByText('http://127.0.0.1:47100/hooks/token')).toBeDefined();
  expect(screen.getByText(/^This address works on this machine alone/)).toBeDefined();
  core.reach = { ...core.reach, webhook: 'https://hooks.example.com/hooks/token' };
  act(() => core.changed('reach'));
  expect(await screen.findByText('https://hooks.example.com/hooks/token')).toBeDefined();
  expect(screen.queryByText(/^This address works on this machine alone/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'It is pasted: continue' }));
  await waitFor(() => expect(core.asked).toContain('reach.confirmAddress'));
});

it('does not open by itself when the extension is known', async () => {
  openPage();
  expect(await screen.findByText('No calls yet')).toBeDefined();
  expect(screen.queryByText('Ringside does not know your extension yet')).toBeNull();
});
