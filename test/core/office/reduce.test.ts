import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import type { Call } from '../../../electron/core/calls/call.ts';
import type { CallEvent } from '../../../electron/core/calls/event.ts';
import { reduce } from '../../../electron/core/calls/reduce.ts';
import { beginUs, domain, type Sent } from '../../support/pbx/leg.ts';
import { crowdedOffice, plot, withLosses } from '../../support/pbx/office.ts';
import { me } from '../../support/pbx/people.ts';
import { patienceMs, runs } from '../../support/pbx/runs.ts';
import type { Row } from '../../support/pbx/truth.ts';

vi.setConfig({ testTimeout: patienceMs });

const identity = [{ extension: me, domain }];
const story = plot.map((play) => play({ name: 'call', startUs: beginUs }));

test('each call comes to what really happened, from its own events alone and in any order', () => {
  const shuffled = story.chain((played) =>
    fc.tuple(fc.constant(played), fc.shuffledSubarray([...played.sent], { minLength: played.sent.length })),
  );
  fc.assert(
    fc.property(shuffled, ([{ rows }, sent]) => {
      const calls = callsOf(sent);
      expect([...calls.keys()].sort()).toEqual(rows.flatMap(({ refs }) => refs).sort());
      const alone = rows.filter(({ refs }) => refs.length === 1);
      for (const row of alone) expect(told(calls.get(row.refs[0]))).toEqual(truth(row));
    }),
    runs(4000),
  );
});

test('a hang-up that got lost changes nothing that others tell, and never makes up or takes away a talk', () => {
  fc.assert(
    fc.property(withLosses(crowdedOffice), ({ sent, rows, lost }) => {
      const calls = callsOf(sent);
      // Of a leg that was told by its hang-up alone, nothing is heard when that is lost.
      const mine = sent.filter(({ event }) => isOfMe(event)).map(({ event }) => event.ref);
      expect([...calls.keys()].sort()).toEqual([...new Set(mine)].sort());
      const alone = rows.filter(({ refs }) => refs.length === 1 && calls.has(refs[0]));
      const whole = alone.filter(({ toldBy }) => toldBy.every((channel) => !lost.has(channel)));
      for (const row of whole) expect(told(calls.get(row.refs[0]))).toEqual(truth(row));
      for (const row of alone) {
        const call = calls.get(row.refs[0]);
        expect(call?.direction).toBe(row.direction);
        expect(call?.answeredAtUs === null).toBe(row.talkMs === null);
      }
    }),
    runs(2000),
  );
});

/** My phone rings, I am calling, or the number dialled is mine where no phone is named. */
function isOfMe({ dialedUser, ani, recipient }: CallEvent): boolean {
  return dialedUser === me || ani === me || (dialedUser === null && recipient === me);
}

/** The calls of mine, each from its own events. */
function callsOf(sent: readonly Sent[]): Map<string, Call> {
  const byRef = Map.groupBy(
    sent.map(({ event }) => event),
    (event: CallEvent) => event.ref,
  );
  return new Map(
    [...byRef].flatMap(([ref, events]) => {
      const reduced = reduce(events, identity);
      return reduced.kind === 'mine' ? [[ref, reduced.call] as const] : [];
    }),
  );
}

function told(call: Call | undefined) {
  if (call === undefined) return null;
  const { direction, outcome, reason, answeredBy, ringUs, talkUs, offers, cameFrom } = call;
  return { direction, outcome, reason, answeredBy, ringUs, talkUs, offers, cameFrom };
}

function truth({ direction, outcome, reason, answeredBy, ringMs, talkMs, offers, cameFrom }: Row) {
  const us = (ms: number | null) => (ms === null ? null : ms * 1000);
  return { direction, outcome, reason, answeredBy, ringUs: us(ringMs), talkUs: us(talkMs), offers, cameFrom };
}
