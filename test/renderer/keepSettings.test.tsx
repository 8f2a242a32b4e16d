import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { Settings } from '../../shared/settings.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

function older(calls: number, changes: Partial<Settings> = {}) {
  return (core: FakeCore) => {
    core.settings = { ...core.settings, settings: { ...core.settings.settings, ...changes } };
    core.answers = { 'calls.count': () => ({ calls, isAll: true }) };
  };
}

const limit = async () => within(await screen.findByRole('group', { name: 'How long calls are kept' }));

it('deletes nothing before somebody has agreed to it', async () => {
  const { core, user } = openPage(older(312), '#/settings');
  const group = await limit();
  await user.selectOptions(group.getByRole('combobox'), 'For some days');
  await user.keyboard('90{Enter}');
  expect(await group.findByText('312 calls are older and will be deleted for good.')).toBeDefined();
  expect(core.settings.settings.keepDays).toBeNull();
  await user.click(group.getByRole('button', { name: 'Keep them' }));
  expect(core.settings.settings.keepDays).toBeNull();
  await user.selectOptions(group.getByRole('combobox'), 'For some days');
  await user.keyboard('90{Enter}');
  await user.click(await group.findByRole('button', { name: 'Delete older calls' }));
  await waitFor(() => expect(core.settings.settings.keepDays).toBe(90));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('asks nothing where nothing is lost, and then it can be taken back', async () => {
  const { core, user } = openPage(older(0), '#/settings');
  const group = await limit();
  await user.selectOptions(group.getByRole('combobox'), 'For some days');
  await user.keyboard('90{Enter}');
  await waitFor(() => expect(core.settings.settings.keepDays).toBe(90));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(core.settings.settings.keepDays).toBeNull());
});

it('keeps longer without a question', async () => {
  const { core, user } = openPage(older(312, { keepDays: 30 }), '#/settings');
  await user.selectOptions((await limit()).getByRole('combobox'), 'For ever');
  await waitFor(() => expect(core.settings.settings.keepDays).toBeNull());
});

it('warns without a number when the calls cannot be counted', async () => {
  const { user } = openPage((core) => {
    core.answers = {
      'calls.count': () => {
        throw new Error('not now');
      },
    };
  }, '#/settings');
  const group = await limit();
  await user.selectOptions(group.getByRole('combobox'), 'For some days');
  await user.keyboard('90{Enter}');
  expect(await group.findByText('Calls that are older will be deleted for good.')).toBeDefined();
});

it('keeps calls of one outcome for a time of their own', async () => {
  const { core, user } = openPage(older(0, { keepDays: 30 }), '#/settings');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Exceptions by outcome' }), 'Missed');
  const missed = await screen.findByRole('combobox', { name: 'Missed' });
  await user.selectOptions(missed, 'For ever');
  await waitFor(() => expect(core.settings.settings.keepDaysOf).toEqual({ missed: null }));
  // Those that were kept for ever would go now.
  core.answers = { 'calls.count': ({ outcomes }) => ({ calls: outcomes?.join() === 'missed' ? 7 : 0, isAll: true }) };
  await user.selectOptions(missed, 'Like all others');
  expect(await screen.findByText('7 calls are older and will be deleted for good.')).toBeDefined();
  await user.click(await screen.findByRole('button', { name: 'Delete older calls' }));
  await waitFor(() => expect(core.settings.settings.keepDaysOf).toEqual({}));
});

it.each(['0', '36501', 'many'])('takes no such number of days: %s', async (days) => {
  const { core, user } = openPage(older(0), '#/settings');
  const group = await limit();
  await user.selectOptions(group.getByRole('combobox'), 'For some days');
  await user.keyboard(`${days}{Enter}`);
  expect(await group.findByText('A whole number from 1 to 36,500.')).toBeDefined();
  expect(core.asked.some((one) => one.startsWith('settings.change'))).toBe(false);
});
