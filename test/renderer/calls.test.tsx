import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { outcomes } from '../../shared/call.ts';
import { en } from '../../shared/words/en.ts';
import { callRow, manyCalls, maria, noonUs, ringingCall, withheld } from './support/calls.ts';
import { openPage } from './support/page.tsx';

const dayUs = 24 * 60 * 60 * 1_000_000;

/** The rows of calls, without the column headers and the headings of the days. */
function callLines() {
  return screen.queryAllByRole('row').filter((row) => row.dataset['ref'] !== undefined);
}

it('shows a call as one row with the other party, the outcome and the talk time', async () => {
  openPage((core) => {
    core.calls = [callRow({ talkUs: 185_000_000 })];
  });
  const row = await screen.findByRole('row', { name: /Μαρία Γεωργίου/ });
  expect(row).toHaveProperty('textContent', expect.stringContaining('Answered'));
  expect(row.textContent).toContain('3 min 05 s');
  expect(row.textContent).toContain('Incoming');
});

it('shows a withheld number as such', async () => {
  openPage((core) => {
    core.calls = [callRow({ party: withheld })];
  });
  expect((await screen.findByRole('row', { name: /Withheld/ })).textContent).toContain('Answered');
});

it.each(outcomes)('gives the outcome %s a word and a shape', async (outcome) => {
  openPage((core) => {
    core.calls = [callRow({ outcome })];
  });
  const row = await screen.findByRole('row', { name: new RegExp(en.outcome[outcome]) });
  expect(row.querySelector('.outcome [data-icon]')).not.toBeNull();
});

it('says by whom a call was answered elsewhere', async () => {
  openPage((core) => {
    core.calls = [callRow({ outcome: 'answered-elsewhere', answeredBy: '1003', talkUs: null })];
  });
  expect((await screen.findByRole('row', { name: /Answered elsewhere/ })).textContent).toContain('by 1003');
});

it('marks the calls because of which somebody still has to be called back', async () => {
  openPage((core) => {
    core.calls = [callRow({ ref: 'a', followUp: 'open' }), callRow({ ref: 'b', followUp: 'settled' }), callRow()];
  });
  await screen.findByText('To be called back');
  const marked = callLines().filter((row) => row.textContent.includes('To be called back'));
  expect(marked.map((row) => row.dataset['ref'])).toEqual(['a']);
});

it('groups the calls by day', async () => {
  openPage((core) => {
    core.calls = [callRow(), callRow({ ref: 'before', startedAtUs: noonUs - dayUs })];
  });
  const headings = await screen.findAllByRole('rowheader');
  expect(headings.map((heading) => heading.textContent)).toEqual(['Today', 'Yesterday']);
});

it('keeps a call in progress on top, with a clock that runs', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 + 60_000 });
  openPage((core) => {
    core.calls = [callRow()];
    core.live = [ringingCall(9)];
  });
  await screen.findAllByText('Ringing');
  const clock = within(callLines()[0] ?? document.body).getByRole('timer');
  expect(clock.textContent).toMatch(/^(9|10) s$/);
  act(() => void vi.advanceTimersByTime(60_000));
  expect(clock.textContent).toMatch(/^1 min (09|10) s$/);
});

it('reads older calls before the end comes into view, and keeps few rows in the page', async () => {
  const { core } = openPage((fake) => {
    fake.calls = manyCalls(1000);
  });
  await screen.findByText('Caller 0');
  const list = document.querySelector('.grid-body') ?? document.body;
  for (const scrollTop of [3000, 7000]) {
    act(() => list.scrollTo({ top: scrollTop }));
    await waitFor(() => expect(screen.getAllByText(/^Caller \d+$/).length).toBeGreaterThan(5));
  }
  await waitFor(() => expect(core.asked.filter((name) => name.startsWith('calls.page')).length).toBe(4));
  expect(callLines().length).toBeLessThan(40);
});

it('reads only the newest range and those on the screen again when calls change', async () => {
  const { core } = openPage((fake) => {
    fake.calls = manyCalls(1000);
  });
  await screen.findByText('Caller 0');
  const list = document.querySelector('.grid-body') ?? document.body;
  for (let top = 3000; top <= 30_000; top += 3000) {
    act(() => list.scrollTo({ top }));
    await screen.findByText(`Caller ${top / 40 + 2}`);
  }
  const before = core.asked.length;
  core.calls = [callRow({ ref: 'new', startedAtUs: noonUs + 1, party: withheld }), ...core.calls];
  core.changed('calls');
  await waitFor(() => expect(core.asked.length).toBeGreaterThan(before));
  await act(async () => undefined);
  const pages = core.asked.slice(before).filter((name) => name.startsWith('calls.page'));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(5);
  expect(screen.getByText('Caller 752')).toBeDefined();
});

it('shows a new call on top once the core says that calls changed', async () => {
  const { core } = openPage((fake) => {
    fake.calls = [callRow()];
  });
  await screen.findByText('Μαρία Γεωργίου');
  core.calls = [callRow({ ref: 'new', startedAtUs: noonUs + 1, outcome: 'missed', party: withheld }), ...core.calls];
  act(() => core.changed('calls'));
  await screen.findByText('Withheld');
  expect(callLines().map((row) => row.dataset['ref'])).toEqual(['new', 'call-1']);
});

it('keeps what is read where it is when a call comes in, but lets a new one be seen at the very top', async () => {
  const { core } = openPage((fake) => {
    fake.calls = manyCalls(1000);
  });
  await screen.findByText('Caller 0');
  const list = document.querySelector('.grid-body') ?? document.body;
  const comesIn = async (ref: string) => {
    const name = `New ${ref}`;
    const seconds = core.calls.length;
    core.calls = [callRow({ ref, startedAtUs: noonUs + seconds, party: { ...maria, name } }), ...core.calls];
    const before = core.asked.length;
    act(() => core.changed('calls'));
    await waitFor(() => expect(core.asked.length).toBeGreaterThan(before));
    await act(async () => undefined);
  };
  await comesIn('one');
  expect(await screen.findByText('New one')).toBeDefined();
  expect(list.scrollTop).toBe(0);
  act(() => list.scrollTo({ top: 800 }));
  await screen.findByText('Caller 20');
  await comesIn('two');
  await waitFor(() => expect(list.scrollTop).toBe(840));
});

it('moves along the calls by keyboard, opens one with Enter and comes back with Escape', async () => {
  const { user } = openPage((core) => {
    core.calls = manyCalls(30);
  });
  await screen.findByText('Caller 0');
  callLines()[0]?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement).toHaveProperty('dataset.ref', 'call-1');
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: /Caller 1/ });
  expect(window.location.hash).toBe('#/calls/call-1');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toHaveProperty('dataset.ref', 'call-1'));
  expect(window.location.hash).toBe('#/calls');
});

it('teaches what to do while there are no calls', async () => {
  openPage();
  expect(await screen.findByText('No calls yet')).toBeDefined();
  expect(screen.getByText('npm run simulate')).toBeDefined();
});

it('shows why calls could not be read, and reads them on Try again', async () => {
  const { core, user } = openPage((fake) => {
    fake.refusal = 'the database is being repaired';
    fake.calls = [callRow()];
  });
  expect((await screen.findByText('the database is being repaired')).closest('[role=alert]')).not.toBeNull();
  core.refusal = null;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Μαρία Γεωργίου')).toBeDefined();
});
