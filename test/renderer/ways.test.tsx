import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';
import { nowUs, withReach } from './support/reach.ts';

const open = (fill: (core: FakeCore) => void) => openPage(fill, '#/connection');

it('the ways are compared side by side, and nothing changes before it is saved', async () => {
  const { core, user } = open(withReach({ kind: 'off' }, 'none'));
  await user.click(await screen.findByRole('button', { name: 'Choose a way' }));
  await user.click(screen.getByRole('radio', { name: /An address of your own/ }));
  await user.type(screen.getByRole('textbox', { name: 'Public address' }), 'https://me.example.com');
  expect(core.settings.settings.reach.kind).toBe('none');
  await user.click(screen.getByRole('button', { name: 'Save and connect' }));
  await waitFor(() => expect(core.settings.settings.reach.kind).toBe('own-url'));
  expect(core.settings.settings.reach.ownUrl.url).toBe('https://me.example.com');
  // What was known of the others stays.
  expect(core.settings.settings.reach.ssh.host).toBe('hooks.example.com');
});

it('the ways keep what was typed while somebody looks elsewhere', async () => {
  const { user } = open(withReach({ kind: 'off' }, 'none'));
  await user.click(await screen.findByRole('button', { name: 'Choose a way' }));
  await user.click(screen.getByRole('radio', { name: /ngrok/ }));
  await user.type(screen.getByRole('textbox', { name: 'Domain' }), 'me.ngrok.app');
  act(() => {
    window.location.hash = '#/settings';
  });
  await screen.findByRole('heading', { name: 'Settings' });
  act(() => {
    window.location.hash = '#/connection';
  });
  await user.click(await screen.findByRole('button', { name: 'Choose a way' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Domain' }).value).toBe('me.ngrok.app');
});

it('a way takes a token, and never shows it again', async () => {
  const { core, user } = open(withReach({ kind: 'starting', sinceUs: nowUs() }, 'cloudflared'));
  await user.click(await screen.findByText('How events get here'));
  await user.type(await screen.findByLabelText('Token'), 'secret{Enter}');
  await waitFor(() => expect(core.asked).toContain('secrets.set {"name":"cloudflared-token","value":"secret"}'));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Token').value).toBe(''));
  expect(screen.getByLabelText('Token').getAttribute('placeholder')).toBe('Kept. Type to replace it.');
  await user.click(screen.getByRole('button', { name: 'Forget the token' }));
  await waitFor(() => expect(core.asked).toContain('secrets.set {"name":"cloudflared-token","value":null}'));
});

it('the way by ngrok counts what ngrok’s plan has left', async () => {
  const { user } = open((core) => {
    withReach({ kind: 'up', sinceUs: nowUs() }, 'ngrok')(core);
    core.reach = { ...core.reach, requestsThisMonth: 17_000 };
  });
  await user.click(await screen.findByText('How events get here'));
  expect(screen.getByText('17,000 of 20,000 requests this month')).toBeDefined();
  expect(screen.getByText('ngrok turns events away once the limit is reached.')).toBeDefined();
});

it('the way over SSH trusts a server only once its fingerprint has been compared', async () => {
  const state = { kind: 'blocked', sinceUs: nowUs(), trouble: { code: 'host-key-unknown', detail: '' } } as const;
  const { core, user } = open(withReach(state));
  await user.click(await screen.findByRole('button', { name: 'Compare the fingerprint' }));
  await user.click(await screen.findByRole('button', { name: 'Ask the server who it is' }));
  expect(await screen.findByText('ssh-ed25519 SHA256:ed')).toBeDefined();
  expect(core.asked.filter((asked) => asked.startsWith('ssh.pin'))).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Yes, it is the same' }));
  expect(await screen.findByText('Confirmed: SHA256:ed')).toBeDefined();
  expect(screen.getByText('Match User ringside')).toBeDefined();
  expect(screen.getAllByRole('button', { name: 'Copy' })).toHaveLength(3);
});
