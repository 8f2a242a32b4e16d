import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

// The page loads it when it is opened; a test does not wait for that.
import '../../renderer/statistics/StatisticsView.tsx';
import type { Period, Statistics } from '../../shared/statistics.ts';
import { hidden, maria, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';
import { daysFrom, statisticsOf } from './support/statistics.ts';

/** The files that the page saves from now on, by name. */
function savedFiles() {
  const files = new Map<string, Blob>();
  let latest = new Blob();
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) latest = blob;
    return 'blob:file';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    files.set(this.download, latest);
  });
  return {
    names: () => [...files.keys()],
    text: async (name: string) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.get(name)?.arrayBuffer()),
  };
}

const midnight = (days: number) => new Date(new Date().setHours(0, 0, 0, 0)).setDate(new Date().getDate() + days);

/** A core that tells the same of every period, with whatever the test is about changed. */
function telling(change: Partial<Statistics> = {}) {
  return (core: FakeCore) => {
    core.answers = { 'statistics.get': (period) => statisticsOf(period, change) };
  };
}
const askedOf = (core: FakeCore) =>
  core.asked
    .filter((line) => line.startsWith('statistics.get '))
    .map((line) => JSON.parse(line.slice('statistics.get '.length)) as Period | null);
const figure = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement?.textContent;

it('asks for the last thirty days until another period is chosen, and keeps it in the address', async () => {
  const { core, user } = openPage(telling(), '#/statistics');
  await screen.findByRole('heading', { name: 'Calls by day' });
  expect(askedOf(core)).toEqual([{ fromUs: midnight(-29) * 1000, toUs: midnight(1) * 1000 }]);
  await user.click(screen.getByRole('link', { name: 'Today' }));
  expect(window.location.hash).toBe('#/statistics?period=today');
  await waitFor(() => expect(askedOf(core).at(-1)).toEqual({ fromUs: midnight(0) * 1000, toUs: midnight(1) * 1000 }));
  await user.click(screen.getByRole('link', { name: 'All' }));
  await waitFor(() => expect(askedOf(core).at(-1)).toBeNull());
  expect(screen.getByRole('link', { name: 'All' }).getAttribute('aria-current')).toBe('true');
});

it('takes own dates, both included, and waits while a year is being typed', async () => {
  const { core, user } = openPage(telling(), '#/statistics?from=2026-11-02&to=2026-11-08');
  await screen.findByRole('heading', { name: 'Calls by day' });
  const day = (date: number) => new Date(2026, 10, date).getTime() * 1000;
  expect(askedOf(core)).toEqual([{ fromUs: day(2), toUs: day(9) }]);
  const to = screen.getByLabelText('To');
  await user.click(to);
  fireEvent.change(to, { target: { value: '0002-11-15' } });
  expect(window.location.hash).toBe('#/statistics?from=2026-11-02&to=2026-11-08');
  fireEvent.change(to, { target: { value: '2026-11-15' } });
  await waitFor(() => expect(askedOf(core).at(-1)).toEqual({ fromUs: day(2), toUs: day(16) }));
});

it.for(['?period=century', '?from=2026-13-40&to=2026-11-01', '?from=2026-02-30&to=2026-03-01'])(
  'shows the usual period for an address that makes no sense: %s',
  async (query) => {
    openPage(telling(), `#/statistics${query}`);
    const usual = await screen.findByRole('link', { name: '30 days' });
    expect(usual.getAttribute('aria-current')).toBe('true');
  },
);

it('tells the key figures, and what changed since the period before', async () => {
  openPage(
    telling({
      totals: {
        incoming: { answered: 6, transferred: 2, missed: 1, busy: 1, 'answered-elsewhere': 5, unfinished: 1 },
        outgoing: { answered: 3, 'no-answer': 1 },
        ring: { medianUs: 8_000_000, ninetiethUs: 20_000_000 },
        talk: { medianUs: 65_000_000, ninetiethUs: 300_000_000 },
        talkUs: 1_200_000_000,
      },
      totalsBefore: {
        incoming: { answered: 5, missed: 5 },
        outgoing: {},
        ring: { medianUs: 10_000_000, ninetiethUs: 20_000_000 },
        talk: null,
        talkUs: 0,
      },
    }),
    '#/statistics',
  );
  await screen.findByRole('heading', { name: 'Calls by day' });
  expect(figure('Calls')).toBe('Calls20+100%16 in, 4 out');
  // Eight of ten: what a colleague took counts neither way.
  expect(figure('Answered')).toBe('Answered80%+30 ptsof 10 that no colleague took');
  expect(figure('Missed')).toBe('Missed2-60%0.3 a day');
  expect(screen.getByText('-60%').dataset['tone']).toBe('good');
  expect(figure('Rang')).toBe('Rang8 s-20%half within this, 9 of 10 within 20 s');
  expect(figure('Talked')).toBe('Talked1 min 05 shalf within this, 9 of 10 within 5 min 00 s');
  expect(figure('Talk time')).toBe('Talk time20 min3 min a day');
});

it('goes through the bars by arrow keys, and says each of them', async () => {
  const { user } = openPage(telling(), '#/statistics');
  const bars = await screen.findByRole('slider', { name: 'Calls by day' });
  expect(bars.getAttribute('aria-valuetext')).toMatch(/: 9 calls, Answered 8, Outgoing 1$/);
  expect(screen.getByText(/^Whole period: 42 calls$/)).toBeDefined();
  await user.click(bars);
  fireEvent.change(bars, { target: { value: '0' } });
  expect(bars.getAttribute('aria-valuetext')).toMatch(/: 3 calls, Answered 2, Outgoing 1$/);
  expect(screen.getByText(/: 3 calls$/, { selector: '.legend p' })).toBeDefined();
  fireEvent.blur(bars);
  expect(screen.getByText(/^Whole period: 42 calls$/)).toBeDefined();
});

it('shows the bars as a table, the latest first', async () => {
  const { user } = openPage(telling(), '#/statistics');
  const button = await screen.findByRole('button', { name: 'Show as a table: Calls by day' });
  await user.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  const table = within(screen.getByRole('region', { name: 'Calls by day, as a table' }));
  const rows = table.getAllByRole('row').map((row) =>
    within(row)
      .queryAllByRole('cell')
      .map((cell) => cell.textContent),
  );
  expect(rows).toHaveLength(8);
  expect(table.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
    'When',
    'Calls',
    'Answered',
    'Answered elsewhere',
    'Missed',
    'Declined',
    'Outgoing',
  ]);
  expect(rows[1]).toEqual(['9', '8', '0', '0', '0', '1']);
  expect(rows[7]).toEqual(['3', '2', '0', '0', '0', '1']);
});

it.for([
  [92, 'Calls by day', 92],
  [93, 'Calls by week', 14],
  [644, 'Calls by week', 93],
  [800, 'Calls by month', 27],
] as const)('%i days are told as: %s', async ([count, title, most]) => {
  openPage(telling({ days: daysFrom(new Date(2024, 0, 1), count) }), '#/statistics?period=all');
  const bars = await screen.findByRole('slider', { name: title });
  expect(Number(bars.getAttribute('max')) + 1).toBeLessThanOrEqual(most);
  expect(Number(bars.getAttribute('max')) + 1).toBeGreaterThanOrEqual(most - 1);
});

it('gives every number as a file that no spreadsheet takes for a formula', async () => {
  const { user } = openPage(
    telling({
      callers: [{ party: { ...maria, name: '=1+1, "Μαρία"' }, ref: 'one', calls: 4, missed: 1, talkUs: 90_000_000 }],
    }),
    '#/statistics?from=2026-11-02&to=2026-11-08',
  );
  const saved = savedFiles();
  for (const title of ['Top callers', 'Calls by day', 'When they call', 'Ring and talk time']) {
    await user.click(await screen.findByRole('button', { name: `Save as CSV: ${title}` }));
  }
  const period = '2026-11-02-2026-11-08.csv';
  expect(saved.names()).toEqual([`callers-${period}`, `calls-${period}`, `hours-${period}`, `lengths-${period}`]);
  expect(await saved.text(`callers-${period}`)).toBe(
    '\uFEFFCaller,Number,Calls,Missed,Talk time (seconds)\r\n"\'=1+1, ""Μαρία""",\'+35799123456,4,1,90\r\n',
  );
  expect((await saved.text(`calls-${period}`)).split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFFrom,To,Calls,Answered,Answered elsewhere,Missed,Declined,Outgoing',
    '2026-11-02,2026-11-02,3,2,0,0,0,1',
  ]);
});

it('leads from a caller to their calls, and names nobody who is hidden', async () => {
  openPage(
    telling({
      callers: [
        { party: maria, ref: 'a b', calls: 4, missed: 1, talkUs: 90_000_000 },
        { party: hidden, ref: 'two', calls: 2, missed: 0, talkUs: 0 },
        { party: withheld, ref: 'three', calls: 1, missed: 0, talkUs: 0 },
      ],
    }),
    '#/statistics',
  );
  const link = await screen.findByRole('link', { name: /Μαρία Γεωργίου/ });
  expect(link.getAttribute('href')).toBe('#/calls?person=a+b');
  expect(screen.getByRole('link', { name: 'Hidden' })).toBeDefined();
});

it('tells by weekday and hour when people call', async () => {
  const heat = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_hour, hour) => (day === 1 ? hour : 0)),
  );
  const { user } = openPage(telling({ heat }), '#/statistics');
  await user.click(await screen.findByRole('button', { name: 'Show numbers: When they call' }));
  const table = within(screen.getByRole('region', { name: 'When they call, as a table' }));
  const monday = within(table.getByRole('row', { name: /^Mon/ }));
  expect(monday.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(heat[1]?.map(String));
});

it('teaches when the log is empty, and leads to all calls when the period is', async () => {
  const nothing = { incoming: {}, outgoing: {}, ring: null, talk: null, talkUs: 0 };
  const { core } = openPage(telling({ totals: nothing, totalsBefore: nothing }), '#/statistics?period=7d');
  expect(await screen.findByRole('heading', { name: 'Nothing to count yet' })).toBeDefined();
  core.answers = { 'statistics.get': (period) => statisticsOf(period, period === null ? {} : { totals: nothing }) };
  core.changed('calls');
  expect(await screen.findByRole('heading', { name: 'No calls in this period' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'All calls' }).getAttribute('href')).toBe('#/statistics?period=all');
});

it('says so when it could not be read, and tries again', async () => {
  const { core, user } = openPage((fake) => {
    fake.refusal = 'The log is closed.';
  }, '#/statistics');
  expect(await screen.findByText('The log is closed.', { selector: '.statistics *' })).toBeDefined();
  core.refusal = null;
  telling()(core);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Calls by day' })).toBeDefined();
});

it('shows what is there while the rest is added up, and reads again until it is', async () => {
  let filling: number | null = 0.4;
  const { core } = openPage((fake) => {
    fake.answers = { 'statistics.get': (period) => statisticsOf(period, { filling }) };
  }, '#/statistics');
  const words = /^Older calls are still being added up/;
  expect((await screen.findByText(words)).querySelector('progress')?.value).toBe(0.4);
  expect(await screen.findByRole('heading', { name: 'Top callers' })).toBeDefined();
  filling = null;
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(core.asked.filter((one) => one.startsWith('statistics.get')).length).toBeGreaterThan(1);
});
