import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { calendarIn } from '../../../electron/core/statistics/calendar.ts';
import { type Store, storeOn } from '../../../electron/core/store/store.ts';
import { type CallFilter, everyCall } from '../../../shared/callFilter.ts';
import { fillLog } from '../../support/filledLog.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const fromUs = 1_700_000_000_000_000;
const person = '+35799123456';
const day = { fromUs, toUs: fromUs + 86_400_000_000, date: 0, weekday: 0 };
const middle = { startedAtUs: fromUs + 1000 * 60_000_000, ref: 'call-1000' };

/** A log of 2,000 calls, and a way to see how SQLite goes about what the store does, with the values it was given. */
function planner() {
  const path = join(tempFolder(), 'ringside.db');
  fillLog(path, { calls: 2000, fromUs });
  let statements: string[] = [];
  const db = new Database(path, { verbose: (statement) => void statements.push(String(statement)) });
  onTestFinished(() => void db.close());
  const store = storeOn(db);
  return {
    analyze: () => void db.exec('ANALYZE'),
    planOf: (work: (store: Store) => unknown): string[] => {
      statements = [];
      work(store);
      const seen = statements;
      return seen.flatMap((statement) =>
        db
          .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
          .all()
          .map(({ detail }) => detail),
      );
    },
  };
}

const plans: Record<string, { ask: (store: Store) => unknown; plan: RegExp[] }> = {
  'the calls in progress': {
    ask: (store) => store.calls.live(),
    plan: [/^SCAN calls USING INDEX calls_live$/],
  },
  'one call': {
    ask: (store) => store.calls.get('call-1000'),
    plan: [/^SEARCH calls USING INDEX sqlite_autoindex_calls_1 \(ref=\?\)$/],
  },
  "a call's events": {
    ask: (store) => store.events.raw('call-1000'),
    plan: [/^SEARCH events USING INDEX sqlite_autoindex_events_1 \(ref=\?\)$/, /^USE TEMP B-TREE FOR ORDER BY$/],
  },
  'what a call is worked out from': {
    ask: (store) => store.events.ofCall('call-1000'),
    plan: [
      /^SEARCH events USING INDEX sqlite_autoindex_events_1 \(ref=\?\)$/,
      /^SEARCH identities USING INTEGER PRIMARY KEY \(rowid=\?\)$/,
    ],
  },
  'what a queue offered of a person about a time': {
    ask: (store) => store.calls.offered(person, { fromUs, toUs: middle.startedAtUs }, 4),
    plan: [/^SEARCH calls USING INDEX calls_offered \(person=\? AND rang_at_us>\? AND rang_at_us<\?\)$/],
  },
  'what somebody spoke with a person after a moment': {
    ask: (store) => store.followUps.contactAfter(person, fromUs),
    plan: [/^SEARCH calls USING INDEX calls_contact \(person=\? AND contact_at_us>\?\)$/],
  },
  'what a colleague spoke with a person after a moment': {
    ask: (store) => store.overheard.reachedAfter(person, fromUs),
    plan: [/^SEARCH overheard USING INDEX overheard_person \(person=\? AND reached_at_us>\?\)$/],
  },
  'what a talk with a person settles': {
    ask: (store) => store.followUps.settleBefore(person, middle.startedAtUs),
    plan: [/^SEARCH calls USING INDEX calls_missed \(person=\? AND missed_at_us<\?\)$/],
  },
  'whom to call back': {
    ask: (store) => store.followUps.standing('open', { withElsewhere: false }),
    plan: [/^SEARCH calls USING INDEX calls_follow_up \(follow_up=\? AND missed_by=\?\)$/, /TEMP B-TREE/],
  },
  'the call that I handed over by means of another': {
    ask: (store) =>
      store.calls.handedOver({ direction: 'in', fromUs, toUs: fromUs + 1000, endedAtUs: fromUs, withinUs: 10 }),
    plan: [/^SEARCH calls USING INDEX calls_over \(started_at_us>\? AND started_at_us<\?\)$/],
  },
  'what is known of a caller': {
    ask: (store) => store.callers.known(person, middle.startedAtUs, fromUs),
    plan: [
      /^SCAN CONSTANT ROW$/,
      /^SCALAR SUBQUERY/,
      /^SEARCH notes USING INDEX notes_person \(person=\?\)$/,
      /^SCALAR SUBQUERY/,
      /^SEARCH calls USING COVERING INDEX calls_open \(person=\?\)$/,
      /^SCALAR SUBQUERY/,
      /^SEARCH calls USING COVERING INDEX calls_person \(person=\? AND started_at_us>\?\)$/,
      /^SCALAR SUBQUERY/,
      /^SEARCH calls USING INDEX calls_contact \(person=\? AND contact_at_us<\?\)$/,
    ],
  },
  'what the calls of a day come to': {
    ask: (store) => store.days.workedOut(calendarIn('UTC'), { fromUs, toUs: middle.startedAtUs }),
    plan: [
      /^SEARCH calls USING INDEX calls_over \(started_at_us>\? AND started_at_us<\?\)$/,
      /^SEARCH parties USING (COVERING )?INDEX sqlite_autoindex_parties_1 \(person=\?\) LEFT-JOIN$/,
    ],
  },
  'what is kept of a day': {
    ask: (store) => store.days.kept(calendarIn('UTC'), [day], 'named'),
    plan: [/^SEARCH days USING INDEX sqlite_autoindex_days_1 \(to_us=\? AND from_us=\? AND zone=\?\)$/],
  },
  'which days are kept': {
    ask: (store) => store.days.known(calendarIn('UTC'), day),
    plan: [/^SEARCH days USING COVERING INDEX sqlite_autoindex_days_1 \(to_us>\? AND to_us<\?\)$/],
  },
  'when the first and the last call began': {
    ask: (store) => store.days.span(),
    plan: [
      /^SCAN CONSTANT ROW$/,
      /^SCALAR SUBQUERY/,
      /^SEARCH calls USING (COVERING )?INDEX calls_over$/,
      /^SCALAR SUBQUERY/,
      /^SEARCH calls USING (COVERING )?INDEX calls_over$/,
    ],
  },
  "a caller's newest call": {
    ask: (store) => store.days.refOf(1, middle.startedAtUs),
    plan: [
      /^SEARCH calls USING INDEX calls_over \(started_at_us=\?\)$/,
      /^SCALAR SUBQUERY/,
      /^SEARCH parties USING INTEGER PRIMARY KEY \(rowid=\?\)$/,
    ],
  },
  'the newest event': {
    ask: (store) => store.events.lastReceivedAtUs(),
    plan: [/^SCAN events$/],
  },
  'how many events arrived in each hour': {
    ask: (store) => store.eventHours.last(24, middle.startedAtUs),
    plan: [/^SEARCH event_hours USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)$/],
  },
  'the copies whose turn it is': {
    ask: (store) => store.forwards.next(50),
    plan: [/^SCAN forwards$/],
  },
  'the next events of a rebuild': {
    ask: (store) => store.events.after(1000, 100),
    plan: [/^SEARCH events USING INTEGER PRIMARY KEY \(rowid>\?\)$/],
  },
};

/** By which index the newest calls of a filter are found. */
const pages: Record<string, { filter: Partial<CallFilter>; index: string }> = {
  everything: { filter: {}, index: 'calls_over' },
  'some days': { filter: { fromUs, toUs: middle.startedAtUs }, index: 'calls_over' },
  'what came in': { filter: { view: 'in' }, index: 'calls_direction' },
  'what went out': { filter: { view: 'out' }, index: 'calls_direction' },
  'missed calls': { filter: { view: 'missed' }, index: 'calls_unmet' },
  'what a colleague took': { filter: { view: 'answered-elsewhere' }, index: 'calls_elsewhere' },
  'calls inside the house': { filter: { view: 'internal' }, index: 'calls_internal' },
  'calls whose end got lost': { filter: { view: 'unfinished' }, index: 'calls_unfinished' },
  'missed calls with a note': { filter: { view: 'missed', note: true }, index: 'calls_noted' },
  'recorded calls': { filter: { view: 'in', recording: true }, index: 'calls_recorded' },
  "one person's calls": { filter: { sameAs: 'call-1000' }, index: 'calls_person' },
};

const searches = ['99 123', '35799123456', 'maria', 'maria 99', 'ma', '9', '1002', '4711', 'order invoice'];

describe.for(['before statistics are gathered', 'after'] as const)('%s,', (when) => {
  test.for(Object.keys(plans))('%s is found through an index', (name) => {
    const { analyze, planOf } = planner();
    if (when === 'after') analyze();
    const wanted = plans[name];
    if (wanted === undefined) throw new Error(name);
    const found = planOf(wanted.ask);
    expect(found).toHaveLength(wanted.plan.length);
    for (const [index, pattern] of wanted.plan.entries()) expect(found[index]).toMatch(pattern);
  });

  test("other people's events are deleted by the refs of their calls, not by reading all events", () => {
    const { analyze, planOf } = planner();
    if (when === 'after') analyze();
    const found = planOf((store) => store.write(() => store.strangers.purge(fromUs, 'running')));
    expect(found).toContainEqual(expect.stringMatching(/^SEARCH events USING (COVERING )?INDEX .* \(ref=\?\)$/));
    expect(found.filter((detail) => detail.startsWith('SCAN events'))).toEqual([]);
  });

  test.for(Object.keys(pages))('%s: pages are read in the order of an index, and no call is sorted', (name) => {
    const { analyze, planOf } = planner();
    if (when === 'after') analyze();
    const { filter = {}, index = '' } = pages[name] ?? {};
    for (const after of [null, middle]) {
      const found = planOf((store) => store.finder.page({ ...everyCall, ...filter }, '', after, 50));
      expect(found).toContainEqual(expect.stringMatching(`^(SEARCH|SCAN) c USING INDEX ${index}( |$)`));
      expect(found.filter((detail) => detail.endsWith('FOR ORDER BY'))).toEqual([]);
    }
  });

  test.for(Object.keys(pages))('%s: the calls next to one are found in the order of an index', (name) => {
    const { analyze, planOf } = planner();
    if (when === 'after') analyze();
    const { filter = {}, index = '' } = pages[name] ?? {};
    const found = planOf((store) => store.finder.neighbours({ ...everyCall, ...filter }, '', middle));
    const looks = found.filter((detail) =>
      new RegExp(`^SEARCH c USING INDEX ${index} \\(.*started_at_us`).test(detail),
    );
    expect(looks).toHaveLength(2);
    expect(found.filter((detail) => detail.endsWith('FOR ORDER BY'))).toEqual([]);
  });

  test.for(searches)('a search for "%s" reads calls by their indexes alone', (search) => {
    const { analyze, planOf } = planner();
    if (when === 'after') analyze();
    const found = planOf((store) => store.finder.page({ ...everyCall, search }, '', middle, 50));
    expect(found.filter((detail) => /^SCAN (c|calls|parts|own|k|contact_numbers)( |$)(?!USING)/.test(detail))).toEqual(
      [],
    );
  });
});
