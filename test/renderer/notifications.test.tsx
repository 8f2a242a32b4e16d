import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import type { CallRow } from '../../shared/call.ts';
import { maria, missedCall, ringingCall, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { fakeNotification } from './support/fakeNotification.ts';
import { openPage } from './support/page.tsx';
import { popOf } from './support/pops.ts';

function ring(core: FakeCore, ...calls: readonly CallRow[]): void {
  core.pops = calls.map((call) => popOf(call));
  act(() => core.changed('pops'));
}

it('raises one notification for a call, however often it is read', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  ring(core, ringingCall(1));
  await waitFor(() => expect(raised).toHaveLength(1));
  expect(raised[0]).toMatchObject({
    title: 'Μαρία Γεωργίου is calling',
    options: { body: '+357 99 123456\nCalled +357 22 000111, extension 1002', tag: 'ringing' },
  });
  ring(core, ringingCall(0, { ref: 'second', party: withheld }), ringingCall(2));
  await waitFor(() => expect(raised).toHaveLength(2));
  expect(raised[1]).toMatchObject({ title: 'Withheld number is calling', options: { tag: 'second' } });
});

it('takes the notification away when the ringing ends', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  ring(core, ringingCall(1));
  await waitFor(() => expect(raised).toHaveLength(1));
  expect(raised[0]?.isClosed).toBe(false);
  ring(core);
  await waitFor(() => expect(raised[0]?.isClosed).toBe(true));
});

it('takes the notification away when the call is answered, and raises another when it rings anew', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  ring(core, ringingCall(1));
  await waitFor(() => expect(raised).toHaveLength(1));
  core.pops = [popOf(ringingCall(2, { reason: 'talking' }), { state: 'answered' })];
  act(() => core.changed('pops'));
  await waitFor(() => expect(raised[0]?.isClosed).toBe(true));
  ring(core, ringingCall(3));
  await waitFor(() => expect(raised).toHaveLength(2));
});

it('tells of a missed call in place of the ringing, with no card, and leaves that for whoever was away', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  ring(core, ringingCall(1));
  await screen.findByRole('article', { name: 'Incoming call' });
  core.pops = [
    popOf(missedCall(0, { ref: 'ringing' }), { state: 'missed' }),
    popOf(missedCall(1, { party: withheld }), { state: 'missed' }),
  ];
  act(() => core.changed('pops'));
  await waitFor(() => expect(raised).toHaveLength(3));
  expect(raised[0]?.isClosed).toBe(true);
  expect(raised[1]).toMatchObject({ title: 'Missed call from a withheld number' });
  expect(raised[2]).toMatchObject({
    title: 'Missed call from Μαρία Γεωργίου',
    options: { tag: 'missed ringing', requireInteraction: false },
  });
  expect(screen.queryByRole('complementary', { name: 'Incoming calls' })).toBeNull();
  expect(document.title).toBe('Ringside');
  ring(core, ringingCall(0, { ref: 'next' }));
  await waitFor(() => expect(raised).toHaveLength(4));
  window.dispatchEvent(new Event('pagehide'));
  expect(raised.map((one) => one.isClosed)).toEqual([true, false, false, true]);
});

it('takes its notifications along when the page goes', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  ring(core, ringingCall(1));
  await waitFor(() => expect(raised).toHaveLength(1));
  window.dispatchEvent(new Event('pagehide'));
  expect(raised[0]?.isClosed).toBe(true);
});

it('opens the call in its window on a click', async () => {
  const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  core.live = [ringingCall(1)];
  ring(core, ringingCall(1));
  await waitFor(() => expect(raised).toHaveLength(1));
  act(() => void raised[0]?.dispatchEvent(new Event('click')));
  expect(window.location.hash).toBe('#/calls/ringing');
  expect(focus).toHaveBeenCalledOnce();
  expect(raised[0]?.isClosed).toBe(true);
});

it('raises none where none is wanted, and still does where no card is wanted', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  const noNotification = { card: true, notification: false, sound: false };
  core.pops = [popOf(ringingCall(1), { ways: noNotification })];
  act(() => core.changed('pops'));
  await screen.findByRole('article', { name: 'Incoming call' });
  expect(raised).toHaveLength(0);
  core.pops = [popOf(ringingCall(1), { ways: { ...noNotification, card: false, notification: true } })];
  act(() => core.changed('pops'));
  await waitFor(() => expect(raised).toHaveLength(1));
  expect(screen.queryByRole('article', { name: 'Incoming call' })).toBeNull();
});

it('raises none for a call that is over', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '', { Notification });
  core.pops = [popOf(missedCall(0), { state: 'ended' })];
  act(() => core.changed('pops'));
  await screen.findByRole('article', { name: 'Call ended' });
  expect(raised).toHaveLength(0);
});

it('leaves notifications to the system in the desktop app, and cards to a window of their own', async () => {
  const { Notification, raised } = fakeNotification('granted');
  const { core } = openPage(undefined, '#/settings', { Notification, host: 'electron' });
  ring(core, ringingCall(1));
  await waitFor(() => expect(document.title).toContain('Μαρία Γεωργίου'));
  expect(raised).toHaveLength(0);
  expect(screen.queryByRole('alert', { name: 'Incoming call' })).toBeNull();
});

it('asks for the permission at a click and no sooner, and raises notifications from then on', async () => {
  const { Notification, raised } = fakeNotification('default');
  const ask = vi.spyOn(Notification, 'requestPermission');
  const { core, user } = openPage(undefined, '#/settings', { Notification });
  ring(core, ringingCall(1));
  await screen.findByRole('article', { name: 'Incoming call' });
  expect(ask).not.toHaveBeenCalled();
  await user.click(await screen.findByRole('button', { name: 'Allow notifications' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Allow notifications' })).toBeNull());
  expect(raised).toHaveLength(0);
  ring(core, ringingCall(0, { ref: 'next', party: maria }), ringingCall(2));
  await waitFor(() => expect(raised.map((one) => one.options.tag)).toEqual(['next']));
});

it('says how to allow what the browser blocks, and notices when that was done', async () => {
  const { Notification } = fakeNotification('default', 'denied');
  const { user } = openPage(undefined, '#/settings', { Notification });
  await user.click(await screen.findByRole('button', { name: 'Allow notifications' }));
  expect(await screen.findByText(/^Your browser blocks them\./)).toBeDefined();
  vi.spyOn(Notification, 'permission', 'get').mockReturnValue('granted');
  act(() => void window.dispatchEvent(new Event('focus')));
  expect(screen.queryByText(/^Your browser blocks them\./)).toBeNull();
});

it('says so in a browser that has no notifications', async () => {
  openPage(undefined, '#/settings');
  expect(await screen.findByText(/^This browser has no notifications\./)).toBeDefined();
});
