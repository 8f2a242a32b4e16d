import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { callRow } from './support/calls.ts';
import { fakePlayer } from './support/fakePlayer.ts';
import { openPage } from './support/page.tsx';

it('changes the volume when the slider is let go of, and plays a sample as loud as it stands', async () => {
  const { player, played } = fakePlayer();
  const { core, user } = openPage(undefined, '#/settings', { player });
  const slider = await screen.findByRole('slider', { name: 'Volume' });
  expect(slider.getAttribute('aria-valuetext')).toBe('50 %');
  fireEvent.change(slider, { target: { value: '80' } });
  fireEvent.change(slider, { target: { value: '85' } });
  expect(core.asked.some((one) => one.startsWith('settings.change'))).toBe(false);
  fireEvent.pointerUp(slider);
  await waitFor(() => expect(core.settings.settings.volume).toBe(0.85));
  await user.click(screen.getByRole('button', { name: 'Play' }));
  expect(played[0]?.volume).toBe(0.85);
});

it('keeps quiet hours on the days and at the times that are chosen, sent as a whole', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const group = await screen.findByRole('group', { name: 'Quiet hours' });
  expect(within(group).queryByLabelText('From')).toBeNull();
  await user.click(within(group).getByRole('switch', { name: 'Keep quiet hours' }));
  await user.click(await within(group).findByRole('checkbox', { name: 'Sunday' }));
  expect(within(group).getByText('of the next day')).toBeDefined();
  const to = within(group).getByLabelText('To');
  fireEvent.change(to, { target: { value: '22:30' } });
  expect(core.settings.settings.quietHours.toMinute).toBe(420);
  fireEvent.blur(to);
  const wanted = { on: true, days: [1, 2, 3, 4, 5, 6], fromMinute: 1200, toMinute: 1350 };
  await waitFor(() =>
    expect({
      ...core.settings.settings.quietHours,
      days: core.settings.settings.quietHours.days.toSorted((one, other) => one - other),
    }).toEqual(wanted),
  );
  await waitFor(() => expect(within(group).queryByText('of the next day')).toBeNull());
});

it('shows what the address of a customer comes to while it is typed, or why it is none', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Address of a customer' });
  await user.type(field, 'https://crm/?n=');
  const words = screen.getByRole('list', { name: 'Address of a customer: Insert' });
  await user.click(within(words).getByRole('button', { name: '{digits}' }));
  expect(field).toHaveProperty('value', 'https://crm/?n={digits}');
  expect(document.activeElement).toBe(field);
  expect(await screen.findByText('https://crm/?n=35799123456')).toBeDefined();
  expect(core.asked.some((one) => one.startsWith('settings.change'))).toBe(false);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(core.settings.settings.crmUrl).toBe('https://crm/?n={digits}'));
  await user.clear(field);
  await user.type(field, 'ftp://crm');
  expect(await screen.findByText('This is no address. One begins with https:// or tel:.')).toBeDefined();
});

it('puts a word where the text stands', async () => {
  const { user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Address of a customer' });
  await user.type(field, 'https://crm/?n=&x=1');
  field.setSelectionRange(15, 15);
  const words = screen.getByRole('list', { name: 'Address of a customer: Insert' });
  await user.click(within(words).getByRole('button', { name: '{e164}' }));
  expect(field.value).toBe('https://crm/?n={e164}&x=1');
  expect(field.selectionStart).toBe(21);
});

it('takes hosts however they were separated, and whole addresses', async () => {
  const { core, user } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Hosts allowed over http' });
  await user.type(field, 'http://CRM.local/x; pbx crm.local{Enter}');
  await waitFor(() => expect(core.settings.settings.crmHttpHosts).toEqual(['crm.local', 'pbx']));
});

it('tries the customer system with the newest call, and says when there is none', async () => {
  const { core, user } = openPage((fake) => {
    fake.settings = { ...fake.settings, settings: { ...fake.settings.settings, crmUrl: 'https://crm/' } };
  }, '#/settings');
  const button = await screen.findByRole('button', { name: 'Open for the newest call' });
  await user.click(button);
  expect(await screen.findByText('There is no call to try it with yet.')).toBeDefined();
  core.calls = [callRow({ ref: 'newest' }), callRow({ ref: 'older' })];
  await user.click(button);
  await waitFor(() => expect(core.asked).toContain('calls.openCrm "newest"'));
});
