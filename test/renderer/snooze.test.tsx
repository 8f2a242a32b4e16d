import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { snoozeTimes } from '../../renderer/followUps/snoozeTimes.ts';
import { maria, missedCall, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

function twoWait(core: FakeCore): void {
  core.calls = [missedCall(5), missedCall(9, { party: { ...maria, number: '1', name: 'Νίκος' } })];
}

async function names(list: string) {
  const people = within(await screen.findByRole('list', { name: list })).getAllByRole('listitem');
  return people.map((person) => person.querySelector('.party-name')?.textContent);
}

function asked(core: FakeCore, name: string) {
  return core.asked.filter((request) => request.startsWith(name));
}

it('puts somebody off until later, where they stand apart and are not counted, and takes that back', async () => {
  const { core, user } = openPage(twoWait, '#/follow-ups');
  const [first] = await screen.findAllByRole('button', { name: 'Snooze' });
  await user.click(first ?? document.body);
  await user.click(screen.getByRole('button', { name: /^In 1 hour/ }));
  await waitFor(async () => expect(await names('Later')).toEqual(['Νίκος']));
  expect(await names('Follow-ups')).toEqual(['Μαρία Γεωργίου']);
  expect(await screen.findByRole('link', { name: 'Follow-ups, 1 person to call back' })).toBeDefined();
  expect(await screen.findByText(/^Νίκος is back/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await names('Follow-ups')).toEqual(['Νίκος', 'Μαρία Γεωργίου']));
  expect(asked(core, 'followUps.snooze').at(-1)).toBe('followUps.snooze {"refs":["missed-9"],"untilUs":null}');
});

it('is worked by keyboard: z asks, Esc forgets, c calls back, u undoes', async () => {
  const { core, user } = openPage(twoWait, '#/follow-ups');
  (await screen.findByRole('link', { name: /Νίκος/ })).focus();
  await user.keyboard('z');
  expect(document.activeElement?.textContent).toMatch(/^In 1 hour/);
  await user.keyboard('{Escape}');
  expect(asked(core, 'followUps.snooze')).toEqual([]);
  await user.keyboard('z{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Μαρία/));
  await user.keyboard('c');
  await waitFor(() => expect(asked(core, 'calls.callBack')).toEqual(['calls.callBack "missed-5"']));
  await user.keyboard('u');
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Νίκος/));
});

it('brings somebody back before their time', async () => {
  const { core, user } = openPage((fake) => {
    twoWait(fake);
    fake.snoozed = { 'missed-5': Date.now() * 1000 + 3_600_000_000 };
  }, '#/follow-ups');
  await user.click(await screen.findByRole('button', { name: 'Back now' }));
  await waitFor(async () => expect(await names('Follow-ups')).toHaveLength(2));
  expect(asked(core, 'followUps.snooze')).toEqual(['followUps.snooze {"refs":["missed-5"],"untilUs":null}']);
});

it('calls nobody back who is withheld, and shows the time where others are', async () => {
  openPage((core) => {
    core.answers['followUps.list'] = () =>
      [missedCall(5), missedCall(9, { party: withheld })].map((call) => ({
        party: call.party,
        calls: [call],
        sinceUs: call.startedAtUs,
        timeZone: call.party.number === null ? null : 'Pacific/Kiritimati',
        snoozedUntilUs: null,
      }));
  }, '#/follow-ups');
  expect(await screen.findAllByRole('button', { name: 'Call back' })).toHaveLength(1);
  expect(screen.getAllByText(/ there$/)).toHaveLength(1);
});

it.each([
  [
    'a Tuesday morning',
    new Date(2026, 10, 24, 10, 30),
    ['hour 24 11', 'afternoon 24 14', 'tomorrow 25 9', 'monday 30 9'],
  ],
  ['a Tuesday afternoon', new Date(2026, 10, 24, 15), ['hour 24 16', 'tomorrow 25 9', 'monday 30 9']],
  ['a Sunday, for tomorrow is Monday', new Date(2026, 10, 22, 15), ['hour 22 16', 'tomorrow 23 9']],
  ['a Monday', new Date(2026, 10, 23, 15), ['hour 23 16', 'tomorrow 24 9', 'monday 30 9']],
])('offers what makes sense on %s', (_name, now, expected) => {
  const times = snoozeTimes(now.getTime()).map(({ name, atMs }) => {
    const at = new Date(atMs);
    return `${name} ${at.getDate()} ${at.getHours()}`;
  });
  expect(times).toEqual(expected);
});
