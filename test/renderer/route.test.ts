import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { wholeLog, type LogFilter } from '../../renderer/route/logFilter.ts';
import { hrefOf, routeOf, type Route } from '../../renderer/route/route.ts';
import { dayAt } from '../../renderer/time/days.ts';
import { callViews } from '../../shared/callFilter.ts';

const ref = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const day = fc
  .date({ min: new Date(1971, 0, 1), max: new Date(9000, 0, 1), noInvalidDate: true })
  .map((date) => dayAt(date.getTime()));
const filter: fc.Arbitrary<LogFilter> = fc.record({
  view: fc.constantFrom(...callViews),
  search: fc.string({ maxLength: 100, unit: 'grapheme-ascii' }),
  from: fc.option(day),
  to: fc.option(day),
  note: fc.boolean(),
  recording: fc.boolean(),
  tag: fc.option(fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme-ascii' })),
  person: fc.option(ref),
});
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { kind: 'calls' },
    { kind: 'follow-ups' },
    { kind: 'contact-duplicates' },
    { kind: 'contact-import' },
    { kind: 'settings' },
    { kind: 'setup' },
  ),
  filter.map((one): Route => (isWhole(one) ? { kind: 'calls' } : { kind: 'calls', filter: one })),
  fc.tuple(ref, fc.boolean(), filter).map(([call, note, one]): Route => ({
    kind: 'call',
    ref: call,
    ...(note && { note: true }),
    ...(!isWhole(one) && { filter: one }),
  })),
  ref.map((call): Route => ({ kind: 'follow-up', ref: call })),
  fc.string({ maxLength: 100 }).map((search): Route => ({ kind: 'contacts', search })),
  fc.nat().map((id): Route => ({ kind: 'contact', id })),
  fc.option(fc.stringMatching(/^\+\d{3,14}$/)).map((number): Route => ({ kind: 'new-contact', number })),
);

function isWhole(one: LogFilter): boolean {
  return JSON.stringify(one) === JSON.stringify(wholeLog);
}

it('comes back as it was from its address', () => {
  fc.assert(
    fc.property(route, (one) => {
      expect(routeOf(hrefOf(one))).toEqual(one);
    }),
  );
});

it('has addresses that people can read and write', () => {
  const narrowed: LogFilter = {
    ...wholeLog,
    view: 'missed',
    search: '99 123',
    from: '2026-11-01',
    to: '2026-11-30',
    note: true,
    recording: true,
    tag: 'vip',
  };
  expect(hrefOf({ kind: 'calls', filter: narrowed })).toBe(
    '#/calls?view=missed&q=99+123&from=2026-11-01&to=2026-11-30&note&recording&tag=vip',
  );
  expect(hrefOf({ kind: 'call', ref: 'a/b', note: true, filter: { ...wholeLog, person: 'c' } })).toBe(
    '#/calls/a%2Fb/note?person=c',
  );
  expect(hrefOf({ kind: 'new-contact', number: '+35799123456' })).toBe('#/contacts/new?number=%2B35799123456');
});

it.each(['#/calls?view=nonsense', '#/calls?from=2026-02-30&to=yesterday', '#/calls?tag=&person=&q=', '#/%', ''])(
  'hides nothing because of an address that makes no sense: %s',
  (hash) => {
    expect(routeOf(hash)).toEqual({ kind: 'calls' });
  },
);

it('takes no more of an address than the core does', () => {
  const read = routeOf(`#/calls?q=${'a'.repeat(500)}&tag=${'b'.repeat(500)}`);
  expect(read.kind === 'calls' && [read.filter?.search.length, read.filter?.tag?.length]).toEqual([200, 50]);
});
