import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { defaultSettings, type Settings, type SettingsView } from '../../shared/settings.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

const path = '/etc/ringside/policy.json';

/** A machine whose policy sets these, and wants those. */
function managed(locked: Partial<Settings>, defaults: Partial<Settings> = {}, view: Partial<SettingsView> = {}) {
  return (core: FakeCore) => {
    core.settings = {
      settings: { ...core.settings.settings, ...defaults, ...locked },
      defaults: { ...defaultSettings, ...defaults, ...locked },
      held: Object.fromEntries(Object.keys(locked).map((name) => [name, 'policy'])),
      policy: { path, faults: [] },
      ...view,
    };
  };
}

describe('settings of the organisation', () => {
  it('show as they are, say who set them, and cannot be changed or reset', async () => {
    openPage(
      managed({ crmUrl: 'https://crm.example.com/{digits}', tone: 'marimba', missedNotices: false }),
      '#/settings',
    );
    const field = await screen.findByDisplayValue('https://crm.example.com/{digits}');
    expect(field).toHaveProperty('readOnly', true);
    expect(field).toHaveProperty('disabled', false);
    expect(screen.getByRole('group', { name: 'Ringing tone' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('switch', { name: 'Missed-call notifications' })).toHaveProperty('disabled', true);
    expect(screen.getAllByText('Set by your organisation.')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Reset: Ringing tone' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Your organisation' }).textContent).toContain(
      `3 settings are set by your organisation, by this file: ${path}`,
    );
  });

  it('are what a reset goes back to, one by one and all at once', async () => {
    const { core, user } = openPage(managed({ volume: 1 }, { theme: 'dark', tone: 'marimba' }), '#/settings');
    const tone = await screen.findByRole('group', { name: 'Ringing tone' });
    expect(within(tone).queryByText('Changed')).toBeNull();
    expect(screen.getByRole('button', { name: 'Reset all' })).toHaveProperty('disabled', true);
    await user.click(within(tone).getByRole('radio', { name: 'Bell' }));
    await user.click(await screen.findByRole('button', { name: 'Reset: Ringing tone' }));
    await waitFor(() => expect(core.settings.settings.tone).toBe('marimba'));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await waitFor(() => expect(core.settings.settings.theme).toBe('light'));
    await user.click(screen.getByRole('button', { name: 'Reset all' }));
    await waitFor(() => expect(core.settings.settings).toMatchObject({ theme: 'dark', volume: 1 }));
  });

  it('say nothing where there is no policy', async () => {
    openPage(undefined, '#/settings');
    await screen.findByRole('group', { name: 'Ringing tone' });
    expect(screen.queryByRole('region', { name: 'Your organisation' })).toBeNull();
  });

  it('leave the token of a way to the user', async () => {
    const reach = {
      ...defaultSettings.reach,
      kind: 'ngrok',
      ngrok: { domain: 'a.ngrok.app', monthlyLimit: 20_000 },
    } as const;
    const { core, user } = openPage(managed({ reach }), '#/connection');
    await user.click(await screen.findByText('How events get here'));
    expect(screen.getByDisplayValue('a.ngrok.app').matches(':disabled')).toBe(true);
    expect(screen.getByText('Set by your organisation.')).toBeDefined();
    const token = screen.getByLabelText('Token');
    expect(token.matches(':disabled')).toBe(false);
    await user.type(token, 'abc123');
    await user.click(screen.getByRole('button', { name: 'Save and connect' }));
    await waitFor(() => expect(core.asked.some((name) => name.startsWith('secrets.set'))).toBe(true));
    expect(core.asked.some((name) => name.startsWith('settings.change'))).toBe(false);
  });

  it('leave a locked mask where it is', async () => {
    const { core, user } = openPage(managed({ masked: true }), '#/settings');
    await screen.findByText('Names hidden');
    expect(screen.queryByRole('button', { name: 'Show names and numbers' })).toBeNull();
    await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    expect(core.asked.some((name) => name.startsWith('settings.change'))).toBe(false);
  });
});

describe('a policy with faults', () => {
  const faults = [
    { where: 'locked.updates', fault: 'updates' },
    { where: 'extensionFromUserName.pattern', fault: 'pattern' },
    { where: 'later', fault: 'unknown-key' },
  ] as const;

  it('is told of above every view, and all that is wrong stands in the settings', async () => {
    const { user, core } = openPage((fake) => {
      managed({ theme: 'dark' }, {}, { policy: { path, faults } })(fake);
      fake.status = { ...fake.status, notices: [{ kind: 'policy-faulty', path, faults, atUs: 1 }] };
    }, '#/settings');
    const banner = (await screen.findByText('The policy of your organisation is not all in force')).closest('.banner');
    expect(banner?.textContent).toContain(
      `Tell your administrator: locked.updates: expected automatic or off, and 2 things more. All else of it is in force. ${path}`,
    );
    const note = within(screen.getByRole('region', { name: 'Your organisation' }));
    expect(note.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'locked.updates: expected automatic or off',
      'extensionFromUserName.pattern: expected a text with {extension} in it once, such as agent-{extension}, and at most three *',
      'later: not known to this version of Ringside',
    ]);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(core.asked).toContain('notices.dismiss'));
  });

  it('says of a file that cannot be used at all that nothing of it is in force', async () => {
    const unread = [{ where: '', fault: 'no-json', detail: 'Unexpected end' }] as const;
    openPage((fake) => {
      fake.status = { ...fake.status, notices: [{ kind: 'policy-faulty', path, faults: unread, atUs: 1 }] };
    });
    const banner = (await screen.findByText('The policy of your organisation is not in force')).closest('.banner');
    expect(banner?.textContent).toContain(
      `Tell your administrator about the file: it is no JSON (Unexpected end). ${path}`,
    );
  });
});

describe('the set-up', () => {
  it('has nothing to ask that the organisation has answered', async () => {
    openPage(managed({ extensions: ['1002'], crmUrl: '' }), '#/setup');
    await screen.findByRole('button', { name: /Who are you/ });
    const done = [...document.querySelectorAll('.step[data-done=true] h2')].map(({ textContent }) => textContent);
    expect(done).toEqual(['Who are you? (done)', 'Open your customers by themselves (done)']);
  });
});
