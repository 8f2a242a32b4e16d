import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Updates } from '../../shared/updates.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

const ready: Updates = { kind: 'ready', version: '1.2.0', notes: '<b>Rings</b> sooner', waitsForCall: false };

function openAt(first: Updates, hash = '#/settings', fill: (core: FakeCore) => void = () => undefined) {
  let updates = first;
  const page = openPage(
    (core) => {
      fill(core);
      core.answers = { ...core.answers, 'updates.get': () => updates };
    },
    hash,
    { host: 'electron' },
  );
  return {
    ...page,
    become: (next: Updates) => {
      updates = next;
      page.core.changed('updates');
    },
  };
}

const section = async () => within(await screen.findByRole('region', { name: 'Updates' }));

describe('in the settings', () => {
  it('one sees the newest version, looks for a newer one, and hears how far it is', async () => {
    const { core, user, become } = openAt({ kind: 'newest', checkedAtUs: null });
    core.answers = {
      ...core.answers,
      'updates.check': () => {
        become({ kind: 'checking' });
        return null;
      },
    };
    const updates = await section();
    expect(await updates.findByText('Ringside has not looked for a newer version yet.')).toBeDefined();
    await user.click(updates.getByRole('button', { name: 'Look now' }));
    await waitFor(() => expect(updates.getByRole('status').textContent).toContain('Looking for a newer version'));
    expect(updates.getByRole('button', { name: 'Look now' })).toHaveProperty('disabled', true);

    become({ kind: 'downloading', version: '1.2.0', percent: 43 });
    const progress = await updates.findByRole('progressbar', { name: 'Version 1.2.0 is being fetched.' });
    expect(progress).toHaveProperty('value', 43);
    expect(updates.getByText('43%')).toBeDefined();
  });

  it('one restarts when it suits, and reads before what is new, as plain text', async () => {
    const { core, user } = openAt(ready);
    core.answers = { ...core.answers, 'updates.install': () => null };
    const updates = await section();
    expect((await updates.findByRole('region', { name: 'What is new in 1.2.0', hidden: true })).textContent).toBe(
      '<b>Rings</b> sooner',
    );
    await user.click(updates.getByRole('button', { name: 'Restart to update' }));
    expect(core.asked).toContain('updates.install');
    expect(await updates.findByRole('button', { name: 'Restarting…' })).toHaveProperty('disabled', true);
  });

  it('nobody restarts while a call is on, and it says why', async () => {
    const { become } = openAt({ ...ready, waitsForCall: true });
    const updates = await section();
    const button = await updates.findByRole('button', { name: 'Restart to update' });
    expect(button).toHaveProperty('disabled', true);
    expect(document.getElementById(String(button.getAttribute('aria-describedby')))?.textContent).toMatch(
      /A call is on/,
    );
    become(ready);
    await waitFor(() => expect(button).toHaveProperty('disabled', false));
  });

  it('a call that came in between is told, and nothing ends', async () => {
    const { core, user } = openAt(ready);
    const updates = await section();
    const button = await updates.findByRole('button', { name: 'Restart to update' });
    core.refusal = { code: 'bad-request', message: '', words: [{ kind: 'update-waits-for-call' }] };
    await user.click(button);
    expect((await updates.findByRole('alert')).textContent).toBe('A call is on. Restart once it is over.');
    expect(button).toHaveProperty('disabled', false);
  });

  it('one switches them off, and chooses trial versions', async () => {
    const { core, user } = openAt({ kind: 'newest', checkedAtUs: 1 });
    const updates = await section();
    await user.click(await updates.findByRole('radio', { name: 'Trial' }));
    await waitFor(() => expect(core.settings.settings.updateChannel).toBe('beta'));
    await user.click(updates.getByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(core.settings.settings.updates).toBe('off'));
  });

  it('one learns why there are none, and is offered nothing that would change it', async () => {
    openAt({ kind: 'off', reason: 'unsigned' });
    const updates = await section();
    expect(await updates.findByText(/This build is not signed/)).toBeDefined();
    expect(updates.queryByRole('radio')).toBeNull();
    expect(updates.queryByRole('button')).toBeNull();
  });

  it('a failure says what it was, and one tries again', async () => {
    const { core, user } = openAt({
      kind: 'failed',
      trouble: 'signature',
      detail: 'latest.yml is not signed',
      atUs: 1,
    });
    core.answers = { ...core.answers, 'updates.check': () => null };
    const updates = await section();
    expect(await updates.findByText(/is not signed by the makers of this Ringside/)).toBeDefined();
    expect(updates.getByText('latest.yml is not signed')).toBeDefined();
    await user.click(updates.getByRole('button', { name: 'Look now' }));
    expect(core.asked).toContain('updates.check');
  });
});

describe('beside the work', () => {
  const line = () => screen.queryByRole('link', { name: /Update ready/ });

  it('one line says that a version is ready, and leads to it, but not while a call is on', async () => {
    const { user, become } = openAt({ kind: 'checking' }, '#/calls');
    await screen.findByRole('navigation');
    expect(line()).toBeNull();
    become(ready);
    await waitFor(() => expect(line()).not.toBeNull());
    become({ ...ready, waitsForCall: true });
    await waitFor(() => expect(line()).toBeNull());
    become(ready);
    await user.click(await screen.findByRole('link', { name: /Update ready/ }));
    await section();
    expect(screen.getAllByRole('region')[0]?.getAttribute('aria-labelledby')).toBe(
      screen.getByRole('heading', { name: 'Updates', level: 2 }).id,
    );
  });
});

it('a browser has no updates of its own, and asks for none', async () => {
  const { core } = openPage(() => undefined, '#/settings');
  await screen.findByRole('heading', { name: 'Keeping calls' });
  expect(screen.queryByRole('region', { name: 'Updates' })).toBeNull();
  expect(core.asked).not.toContain('updates.get');
});
