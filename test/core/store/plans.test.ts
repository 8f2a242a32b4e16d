import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { type Store, storeOn } from '../../../electron/core/store/store.ts';
import { fillLog } from '../../support/filledLog.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const fromUs = 1_700_000_000_000_000;
const person = '+35799123456';
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
  'the first page of calls': {
    ask: (store) => store.calls.page(null, 50),
    plan: [/^SCAN calls USING INDEX calls_over$/],
  },
  'a page in the middle': {
    ask: (store) => store.calls.page(middle, 50),
    plan: [/^SEARCH calls USING INDEX calls_over \(\(started_at_us,ref\)<\(\?,\?\)\)$/],
  },
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
  'the newest event': {
    ask: (store) => store.events.lastReceivedAtUs(),
    plan: [/^SCAN events$/],
  },
  'the next events of a rebuild': {
    ask: (store) => store.events.after(1000, 100),
    plan: [/^SEARCH events USING INTEGER PRIMARY KEY \(rowid>\?\)$/],
  },
};

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
});
