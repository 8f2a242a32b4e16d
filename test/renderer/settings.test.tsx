import { cleanup, act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { putRememberedInForce } from '../../renderer/frame/rememberedTheme.ts';
import { maria, noonUs, withheld } from './support/calls.ts';
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
  expect(words).toContain('Port: expected a whole number between 1024 and 65535.');
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
    core.settings = { ...core.settings, held: { port: 'start-option', ways: 'start-option' } };
  }, '#/settings');
  expect(await screen.findByRole('textbox', { name: 'Port' })).toHaveProperty('readOnly', true);
  const ways = screen.getByRole('group', { name: 'How you are told' });
  expect(ways).toHaveProperty('disabled', true);
  expect(screen.getAllByText('Set by a start option for this run.')).toHaveLength(2);
});

it('shows a box the way it was ticked before the core has answered, and turns it back on a refusal', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const card = await screen.findByRole('checkbox', { name: 'To you alone Card' });
  const answer = Promise.withResolvers<void>();
  core.busy = answer.promise;
  await user.click(card);
  expect(card).toHaveProperty('checked', false);
  core.refusal = 'the disk is full';
  await act(async () => answer.resolve());
  expect(await screen.findByText('the disk is full')).toBeDefined();
  expect(card).toHaveProperty('checked', true);
});

it('tells of each kind of call in the ways that are ticked for it', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const table = await screen.findByRole('table', { name: 'How you are told' });
  const answer = Promise.withResolvers<void>();
  core.busy = answer.promise;
  await user.click(within(table).getByRole('checkbox', { name: 'From a colleague Sound' }));
  await user.click(within(table).getByRole('checkbox', { name: 'To a group or queue Card' }));
  answer.resolve();
  const all = { card: true, notification: true, sound: true };
  const wanted = { direct: all, group: { ...all, card: false }, internal: { ...all, sound: false } };
  await waitFor(() => expect(core.settings.settings.ways).toEqual(wanted));
});

it('shows the chosen theme before the core has answered', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const dark = await screen.findByRole('radio', { name: 'Dark' });
  core.busy = new Promise(() => undefined);
  await user.click(dark);
  expect(dark).toHaveProperty('checked', true);
});

it('says of each choice what it means, and takes the one that was made', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const group = await screen.findByRole('group', { name: 'Calls to a group or queue' });
  const [never, unanswered, always] = within(group).getAllByRole('radio');
  expect(unanswered).toHaveProperty('checked', true);
  const meaning = (radio?: HTMLElement) =>
    document.getElementById(radio?.getAttribute('aria-describedby') ?? '')?.textContent;
  expect([never, unanswered, always].map(meaning)).toEqual([
    'Only calls to you alone ask for a call back.',
    'When nobody answered, neither you nor a colleague.',
    'Whenever you did not answer, even if a colleague did.',
  ]);
  await user.click(within(group).getByRole('radio', { name: 'Always' }));
  await waitFor(() => expect(core.settings.settings.groupFollowUps).toBe('always'));
});

it('turns the notices of missed calls off', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('switch', { name: 'Missed-call notifications' }));
  await waitFor(() => expect(core.settings.settings.missedNotices).toBe(false));
});

it.each([
  ['Give up on a ringing call after', 'ringSilenceSeconds', 30, 3600, 'A whole number from 30 to 3,600.'],
  ['Give up on an answered call after', 'talkSilenceMinutes', 10, 1440, 'A whole number from 10 to 1,440.'],
] as const)('%s: takes whole numbers within bounds alone', async (name, setting, min, max, words) => {
  const { core, user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name });
  const enter = async (text: string) => {
    await user.clear(field);
    await user.type(field, `${text}{Enter}`);
  };
  for (const wrong of [String(min - 1), String(max + 1), '60.5', '-60', 'soon']) {
    await enter(wrong);
    expect(await screen.findByText(words)).toBeDefined();
  }
  expect(core.asked.some((one) => one.startsWith('settings.change'))).toBe(false);
  await enter(String(max));
  await waitFor(() => expect(core.settings.settings[setting]).toBe(max));
  await enter(String(min));
  await waitFor(() => expect(core.settings.settings[setting]).toBe(min));
});

it('puts the theme in force at once, and the next page has it before it has read anything', async () => {
  const { user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  delete document.documentElement.dataset['theme'];
  putRememberedInForce();
  expect(document.documentElement.dataset['theme']).toBe('dark');
});

it('rebuilds the log and says what came of it', async () => {
  const { user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('button', { name: 'Rebuild the log from its events' }));
  expect(await screen.findByText('12 calls rebuilt in 1.4 s.')).toBeDefined();
});

it('says what a rebuild would change, call by call, until it has been done', async () => {
  const after = {
    outcome: 'missed',
    reason: 'rang-out',
    direction: 'in',
    ringUs: 9_000_000,
    talkUs: null,
    answeredBy: null,
    offers: 1,
  } as const;
  const before = { ...after, outcome: 'answered', reason: null, talkUs: 4_000_000 } as const;
  const { user } = openPage((core) => {
    core.preview = {
      calls: 3000,
      changed: 1200,
      changes: [
        { ref: 'call/1', startedAtUs: noonUs, party: maria, before, after },
        { ref: 'new', startedAtUs: noonUs, party: withheld, before: null, after },
      ],
    };
  }, '#/settings');
  await user.click(await screen.findByRole('button', { name: 'See what would change' }));
  const table = await screen.findByRole('table', { name: 'Calls that would change' });
  expect(screen.getByText('1,200 calls of 3,000 would come out differently. These are the first 2.')).toBeDefined();
  const lines = within(table).getAllByRole('row').slice(1);
  const words = lines.map((line) =>
    within(line)
      .getAllByRole('cell')
      .slice(1)
      .map(({ textContent }) => textContent),
  );
  expect(words).toEqual([
    ['Μαρία Γεωργίου+357 99 123456', 'Answered, talked 4 s', 'Missed (rang out), nobody talked'],
    ['Withheld', 'Not in the log', 'Missed (rang out)'],
  ]);
  const links = within(table).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#/calls/call%2F1']);
  await user.click(screen.getByRole('button', { name: 'Rebuild the log from its events' }));
  await waitFor(() => expect(screen.queryByRole('table', { name: 'Calls that would change' })).toBeNull());
});

it('says that a rebuild would change nothing', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  await user.click(await screen.findByRole('button', { name: 'See what would change' }));
  expect(await screen.findByText('Nothing would change.')).toBeDefined();
  expect(screen.queryByRole('table', { name: 'Calls that would change' })).toBeNull();
  expect(core.asked).not.toContain('log.rebuild');
});

it('offers to start at login in the desktop app alone', async () => {
  const { core, user } = openPage(undefined, '#/settings', { host: 'electron' });
  await user.click(await screen.findByRole('switch', { name: 'Start at login' }));
  expect(core.asked).toContain('settings.change {"startAtLogin":true}');
  cleanup();
  openPage(undefined, '#/settings');
  await screen.findByRole('switch', { name: 'Missed-call notifications' });
  expect(screen.queryByRole('switch', { name: 'Start at login' })).toBeNull();
});

it('lets the desktop app’s cards come up on a screen of choice; a browser has no such cards', async () => {
  const { core, user, close } = openPage(undefined, '#/settings', { host: 'electron' });
  await user.click(await screen.findByRole('radio', { name: 'Screen with the pointer' }));
  await waitFor(() => expect(core.settings.settings.cardScreen).toBe('pointer'));
  close();
  openPage(undefined, '#/settings');
  await screen.findByRole('radio', { name: 'Dark' });
  expect(screen.queryByRole('radio', { name: 'Main screen' })).toBeNull();
});

it('says why the system does not show notifications, until it does', async () => {
  const { core } = openPage(
    (fake) => {
      fake.status = { ...fake.status, notificationTrouble: 'The notification service does not answer.' };
    },
    '#/settings',
    { host: 'electron' },
  );
  const words = /The last notification could not be shown\. The notification service does not answer\./;
  expect(await screen.findByText(words)).toBeDefined();
  core.status = { ...core.status, notificationTrouble: null };
  act(() => core.changed('status'));
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
});
