import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { dayAt, startOf } from '../../renderer/time/days.ts';
import type { CallPage } from '../../shared/call.ts';
import { everyCall } from '../../shared/callFilter.ts';
import type { Argument } from '../../shared/contract.ts';
import { callRow, manyCalls, maria, missedCall, noonUs, ringingCall, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { matching } from './support/filtered.ts';
import { openPage } from './support/page.tsx';

const nikos = { ...maria, number: '+35799000001', name: 'Νίκος' };

function fewCalls(core: FakeCore): void {
  core.calls = [
    callRow({ ref: 'answered', tags: ['vip', 'order'], hasNote: true }),
    missedCall(5, { ref: 'missed', party: nikos, startedAtUs: noonUs - 1 }),
    callRow({ ref: 'out', direction: 'out', party: withheld, recording: 'r.wav', startedAtUs: noonUs - 2 }),
  ];
}

function shown() {
  return [...document.querySelectorAll<HTMLElement>('[data-ref]')].map((line) => line.dataset['ref']);
}

function asked(core: FakeCore) {
  return core.asked.findLast((request) => request.startsWith('calls.page'));
}

it('shows one kind of calls by the view that is chosen, and the address holds it', async () => {
  const { core, user } = openPage(fewCalls);
  await user.click(await screen.findByRole('radio', { name: 'Missed' }));
  await waitFor(() => expect(shown()).toEqual(['missed']));
  expect(window.location.hash).toBe('#/calls?view=missed');
  expect(asked(core)).toContain(JSON.stringify({ ...everyCall, view: 'missed' }));
  act(() => window.history.back());
  await waitFor(() => expect(shown()).toHaveLength(3));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'All' }).checked).toBe(true);
});

it('finds while one types, without a step to come back to for every letter', async () => {
  const { user } = openPage(fewCalls, '#/calls?view=all');
  await screen.findByText('Νίκος');
  const steps = window.history.length;
  await user.keyboard('/');
  const field = screen.getByRole('searchbox', { name: 'Search calls' });
  expect(document.activeElement).toBe(field);
  await user.keyboard('νίκ');
  await waitFor(() => expect(decodeURIComponent(window.location.hash)).toBe('#/calls?q=νίκ'));
  await waitFor(() => expect(shown()).toEqual(['missed']));
  expect(window.history.length).toBe(steps);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(shown()).toHaveLength(3));
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toHaveProperty('dataset.ref', 'answered'));
});

it('keeps the old calls until the new ones are there, and never shows a late answer to an older question', async () => {
  const { core, user } = openPage(fewCalls);
  await screen.findByText('Νίκος');
  const answers = new Map<string, PromiseWithResolvers<void>>();
  core.answers['calls.page'] = ((query: Argument<'calls.page'>) => {
    const search = query.filter?.search ?? '';
    const answer = Promise.withResolvers<void>();
    answers.set(search, answer);
    const page: CallPage = { calls: matching(core.calls, query.filter), next: null };
    return answer.promise.then(() => page);
  }) as never;
  await user.type(screen.getByRole('searchbox'), 'Νί');
  await waitFor(() => expect(answers.has('Νί')).toBe(true));
  expect(shown()).toHaveLength(3);
  core.calls = core.calls.slice(0, 2);
  await act(async () => answers.get('Νί')?.resolve());
  await waitFor(() => expect(shown()).toEqual(['missed']));
  await act(async () => answers.get('Ν')?.resolve());
  expect(shown()).toEqual(['missed']);
});

it('narrows by days, note, recording and tag, each of which can be taken away, and all at once', async () => {
  const { core, user } = openPage(fewCalls);
  await screen.findByText('Νίκος');
  await user.click(screen.getByRole('button', { name: 'Filter' }));
  await user.click(await screen.findByRole('button', { name: 'Today' }));
  await user.click(screen.getByRole('checkbox', { name: 'A note' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Tag' }), 'vip');
  await waitFor(() => expect(shown()).toEqual(['answered']));
  const today = dayAt(Date.now());
  expect(window.location.hash).toBe(`#/calls?from=${today}&to=${today}&note&tag=vip`);
  expect(asked(core)).toContain(`"fromUs":${startOf(today) * 1000}`);
  const conditions = screen.getByRole('list', { name: 'Conditions' });
  expect(
    within(conditions)
      .getAllByRole('button')
      .map((button) => button.querySelector('bdi')?.textContent),
  ).toEqual(['Today', 'With a note', 'Tag “vip”']);
  await user.click(within(conditions).getByRole('button', { name: /With a note/ }));
  expect(window.location.hash).toBe(`#/calls?from=${today}&to=${today}&tag=vip`);
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  await waitFor(() => expect(shown()).toHaveLength(3));
  expect(window.location.hash).toBe('#/calls');
});

it('says what hides every call, and shows them all again', async () => {
  const { user } = openPage(fewCalls, '#/calls?view=missed&q=nobody&recording');
  await screen.findByText('No call matches');
  const hint = document.querySelector('.empty') ?? document.body;
  expect([...hint.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
    'Missed',
    '“nobody”',
    'With a recording',
  ]);
  await user.click(screen.getByRole('button', { name: 'Show all calls' }));
  await waitFor(() => expect(shown()).toHaveLength(3));
});

it.each([
  ['', true],
  ['?view=in', true],
  ['?view=out', false],
  ['?view=missed', false],
  ['?q=Maria', false],
  ['?tag=vip', false],
  ['?to=2020-01-01', false],
])('shows a call in progress above %s: %s', async (query, isShown) => {
  const { core } = openPage((fake) => {
    fake.calls = [callRow(), callRow({ ref: 'old', startedAtUs: 0, direction: 'out', tags: ['vip'] })];
    fake.live = [ringingCall(3)];
    fake.answers['calls.page'] = () => ({ calls: fake.calls, next: null });
  }, `#/calls${query}`);
  await waitFor(() => expect(shown()).toContain('call-1'));
  await waitFor(() => expect(core.asked).toContain('calls.live'));
  expect(shown().includes('ringing')).toBe(isShown);
});

it('says how many calls came in above what is being read, and leads to them', async () => {
  const { core, user } = openPage((fake) => {
    fake.calls = manyCalls(300);
  });
  await screen.findByText('Caller 0');
  const list = document.querySelector('.grid-body') ?? document.body;
  act(() => list.scrollTo({ top: 2000 }));
  await screen.findByText('Caller 50');
  core.calls = [callRow({ ref: 'new', startedAtUs: noonUs + 1, party: withheld }), ...core.calls];
  act(() => core.changed('calls'));
  await user.click(await screen.findByRole('button', { name: '1 new call' }));
  expect(await screen.findByText('Withheld')).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('button', { name: '1 new call' })).toBeNull());
});

it('forgets calls far from the screen, keeps their place, and reads them again on the way back', async () => {
  const { core } = openPage((fake) => {
    fake.calls = manyCalls(2000);
  });
  await screen.findByText('Caller 0');
  const list = document.querySelector('.grid-body') ?? document.body;
  for (let top = 3000; top <= 48_000; top += 3000) {
    act(() => list.scrollTo({ top }));
    await screen.findByText(`Caller ${top / 40 + 2}`);
  }
  act(() => list.scrollTo({ top: 24_000 }));
  expect(await screen.findByText('Caller 602')).toBeDefined();
  expect(new Set(core.asked.filter((request) => request.startsWith('calls.page'))).size).toBeLessThan(20);
});
