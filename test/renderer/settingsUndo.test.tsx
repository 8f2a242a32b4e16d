import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { defaultSettings, type Settings, type SettingsView } from '../../shared/settings.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

function set(changes: Partial<Settings>, held: SettingsView['held'] = {}) {
  return (core: FakeCore) => {
    core.settings = { ...core.settings, settings: { ...core.settings.settings, ...changes }, held };
  };
}

const file = (settings: object) =>
  new File([JSON.stringify({ ringside: 'settings', settings })], 'settings.json', { type: 'application/json' });

it('says what was changed, and takes it back', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(await screen.findByText('“Theme” changed')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('“Theme” is as before')).toBeDefined();
  expect(core.settings.settings.theme).toBe('system');
  const theme = screen.getByRole('group', { name: 'Theme' });
  expect(within(theme).getByRole('radio', { name: 'System' })).toHaveProperty('checked', true);
});

it('takes the last change back by Ctrl+Z, from the control that was changed', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('switch', { name: 'Missed-call notifications' }));
  await screen.findByText('“Missed-call notifications” changed');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(core.settings.settings.missedNotices).toBe(true));
});

it('marks what is not the default, and sets it back by itself', async () => {
  const { core, user } = openPage(set({ tone: 'marimba', domain: 'pbx.example.com' }), '#/settings');
  const tone = await screen.findByRole('group', { name: 'Ringing tone' });
  expect(within(tone).getByText('Changed')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Reset: Ringing tone' }));
  await waitFor(() => expect(core.settings.settings.tone).toBe('bell'));
  await waitFor(() => expect(within(tone).queryByText('Changed')).toBeNull());
  expect(core.settings.settings.domain).toBe('pbx.example.com');
});

it('sets everything back but what ties it to this machine, and takes that back', async () => {
  const mine = { extensions: ['1002'], port: 47_200, theme: 'dark', volume: 1, tone: 'marimba' } as const;
  const { core, user } = openPage(set(mine, { tone: 'policy' }), '#/settings');
  await user.click(await screen.findByRole('button', { name: 'Reset all' }));
  expect(await screen.findByText('2 settings changed')).toBeDefined();
  const kept = { extensions: ['1002'], port: 47_200, tone: 'marimba' };
  expect(core.settings.settings).toEqual({ ...defaultSettings, ...kept });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(core.settings.settings).toMatchObject(mine));
});

it('saves settings to a file that it can take them from', async () => {
  const saved: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: (blob: Blob) => (saved.push(blob), 'blob:x'), revokeObjectURL: () => {} }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const { user } = openPage(set({ theme: 'dark' }), '#/settings');
  await user.click(await screen.findByRole('button', { name: 'Save settings' }));
  const text = await saved[0]?.text();
  expect(JSON.parse(text ?? '')).toMatchObject({ ringside: 'settings', settings: { theme: 'dark', port: 47_100 } });
  expect(text).not.toContain('doNotDisturbUntilUs');
});

it('says what a file would change, names what it does not know, and leaves the machine as it is', async () => {
  const { core, user } = openPage(set({}, { volume: 'policy' }), '#/settings');
  const content = { theme: 'dark', tone: 'bell', volume: 1, port: 50_000, extensions: ['7'], colour: 'red' };
  await user.upload(await screen.findByLabelText('Take from a file'), file(content));
  expect(await screen.findByText('1 setting would change:')).toBeDefined();
  expect(screen.getByText('Not known to this Ringside, and left out: colour.')).toBeDefined();
  expect(screen.getByText('Set elsewhere, and left out: Volume.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Take over' }));
  await waitFor(() => expect(core.settings.settings.theme).toBe('dark'));
  expect(core.settings.settings).toMatchObject({ port: 47_100, extensions: ['1002'], volume: 0.5 });
});

it('takes port and extensions when that is asked for', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  await user.upload(await screen.findByLabelText('Take from a file'), file({ port: 50_000, extensions: ['7'] }));
  await user.click(await screen.findByRole('checkbox', { name: /Also take extensions/ }));
  await user.click(screen.getByRole('button', { name: 'Take over' }));
  await waitFor(() => expect(core.settings.settings).toMatchObject({ port: 50_000, extensions: ['7'] }));
});

it('names the setting whose value is refused, and changes nothing', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  await user.upload(await screen.findByLabelText('Take from a file'), file({ theme: 'dark', port: 99_999 }));
  await user.click(await screen.findByRole('checkbox', { name: /Also take extensions/ }));
  await user.click(screen.getByRole('button', { name: 'Take over' }));
  expect(
    await screen.findByText('Nothing was taken over. Port: expected a whole number between 1024 and 65535.'),
  ).toBeDefined();
  expect(core.settings.settings.theme).toBe('system');
});

it.each([new File(['hello'], 'a.json'), new File(['{"theme":"dark"}'], 'b.json')])(
  'says of another file that it holds no settings',
  async (other) => {
    const { user } = openPage(undefined, '#/settings');
    await user.upload(
      await screen.findByLabelText('Take from a file'),
      new File([other], other.name, { type: 'application/json' }),
    );
    expect(await screen.findByText('This file holds no settings of Ringside.')).toBeDefined();
  },
);
