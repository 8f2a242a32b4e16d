import { expect, test } from 'vitest';

import { calendarIn } from '../../../electron/core/statistics/calendar.ts';

const hourUs = 3_600_000_000;
const us = (text: string) => Date.parse(text) * 1000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What the clocks of a zone show, from `Intl` itself. */
function clocksIn(zone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const weekday = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' });
  return (atUs: number) => {
    const [date = '', time = ''] = format.format(atUs / 1000).split(', ');
    return { date, hour: Number(time.slice(0, 2)), weekday: weekdays.indexOf(weekday.format(atUs / 1000)) };
  };
}

test.for([
  'UTC',
  'Europe/Nicosia',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  // Clocks leave midnight out, or show it twice; half an hour; the other side of the date line in 2011.
  'Asia/Beirut',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Apia',
])('days and hours in %s are those that its clocks show', (zone) => {
  const calendar = calendarIn(zone);
  const clocks = clocksIn(zone);
  for (const year of [2011, 2026]) {
    const days = calendar.days(us(`${year}-01-15T12:00Z`), us(`${year + 1}-01-15T12:00Z`));
    expect(days.length).toBeGreaterThan(364);
    for (const [index, { fromUs, toUs, weekday }] of days.entries()) {
      expect(fromUs).toBe(days[index - 1]?.toUs ?? fromUs);
      const first = clocks(fromUs);
      expect([clocks(toUs - 1000).date, weekday]).toEqual([first.date, first.weekday]);
      expect(clocks(fromUs - 1000).date).not.toBe(first.date);
      for (let atUs = fromUs; atUs < toUs; atUs += 5 * hourUs) expect(calendar.hour(atUs)).toBe(clocks(atUs).hour);
    }
  }
});

test('the days on which clocks change have 23 and 25 hours', () => {
  const calendar = calendarIn('Europe/Nicosia');
  const lengths = calendar
    .days(us('2026-01-01T12:00Z'), us('2026-12-31T12:00Z'))
    .map(({ fromUs, toUs }) => (toUs - fromUs) / hourUs);
  expect(lengths.filter((hours) => hours !== 24)).toEqual([23, 25]);
});

test('midnights are counted in days and not in hours', () => {
  const calendar = calendarIn('Europe/Nicosia');
  const noon = us('2026-03-30T12:00+03:00');
  expect(calendar.midnight(noon, 0)).toBe(us('2026-03-30T00:00+03:00'));
  expect(calendar.midnight(noon, -1)).toBe(us('2026-03-29T00:00+02:00'));
  expect(calendar.midnight(noon, -2)).toBe(us('2026-03-28T00:00+02:00'));
  expect(calendar.midnight(noon, 1)).toBe(us('2026-03-31T00:00+03:00'));
});
