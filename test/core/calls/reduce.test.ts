import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Call } from '../../../electron/core/calls/call.ts';
import { causeKind } from '../../../electron/core/calls/causes.ts';
import { type CallEvent, actions } from '../../../electron/core/calls/event.ts';
import { isMe } from '../../../electron/core/calls/identity.ts';
import { popFor } from '../../../electron/core/calls/pop.ts';
import { reduce } from '../../../electron/core/calls/reduce.ts';
import { partyOf } from '../../../electron/core/requests/callRow.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { at, callEvent } from '../../support/callEvents.ts';

const me = [
  { extension: '1002', domain: null },
  { extension: '1005', domain: 'a.example' },
];
const runs = { numRuns: 2000 };

/** Few values, so that they meet; among them what no PBX should send. */
const domains = [null, 'a.example', 'A.Example', 'b.example'];
const people = [null, '1002', '1003', '1005', '+35799123456', 'anonymous', '*98'];
const causes = [
  null,
  'NORMAL_CLEARING',
  'ORIGINATOR_CANCEL',
  'NO_ANSWER',
  'CALL_REJECTED',
  'USER_BUSY',
  'LOSE_RACE',
  'PICKED_OFF',
  'USER_NOT_REGISTERED',
  'BLIND_TRANSFER',
  'ATTENDED_TRANSFER',
  'NO_ROUTE_DESTINATION',
  'OUTGOING_CALL_BARRED',
  'MEDIA_TIMEOUT',
  'lose_race',
  'SOMETHING_NEW',
  'constructor',
  '__proto__',
];
const channels = ['call', 'leg-a', 'leg-b', 'leg-c'];

const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const second = fc.integer({ min: 0, max: 12 }).map(at);
const maybe = fc.option(second, { nil: null });

/** What an event tells beside whose leg it is about. */
const news = fc.record({
  action: oneOf(actions),
  startedAtUs: maybe,
  rangAtUs: maybe,
  answeredAtUs: maybe,
  endedAtUs: maybe,
  sentAtUs: second,
  durationSeconds: oneOf([null, 0, 4]),
  recording: oneOf([null, 'r1', 'r2']),
  cause: oneOf(causes),
  failedReason: oneOf([null, 'NO_ROUTE', 'USER_NOT_REGISTERED', 'SOMETHING_NEW']),
  clickToCall: oneOf([false, false, false, true]),
  clickToCallData: oneOf([null, 'data']),
});

/** Whose leg it is. */
const owner = fc.record({
  domain: oneOf(domains),
  dialedUser: oneOf(people),
  ani: oneOf(people),
  caller: oneOf(people),
  callerE164: oneOf(people),
  recipient: oneOf(people),
  recipientE164: oneOf(people),
});

/** Events that may contradict each other in everything. */
const wildEvent: fc.Arbitrary<CallEvent> = fc
  .tuple(oneOf(channels), owner, news)
  .map(([channel, who, what]) => callEvent({ channel, ...who, ...what }));
const wild = fc.array(wildEvent, { maxLength: 8 });

/** Events that agree on whose leg each is, as a PBX's do. */
const agreeing = fc
  .tuple(
    fc.tuple(owner, owner, owner, owner),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), news), { minLength: 1, maxLength: 8 }),
  )
  .map(([owners, told]) =>
    told.map(([index, what]) => callEvent({ channel: channels[index] ?? '', ...owners[index], ...what })),
  );

/** The call, where it is mine. */
function mineOf(events: readonly CallEvent[]): Call[] {
  const reduced = reduce(events, me);
  return reduced.kind === 'mine' ? [reduced.call] : [];
}

describe('whatever a PBX may send,', () => {
  test('the order of arrival and repetitions make no difference', () => {
    const arrivals = fc
      .oneof(wild, agreeing)
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.subarray(events)),
      );
    fc.assert(
      fc.property(arrivals, ([events, shuffled, again]) => {
        expect(reduce([...shuffled, ...again], me)).toEqual(reduce(events, me));
        expect(reduce([...again, ...shuffled], me)).toEqual(reduce(events, me));
      }),
      runs,
    );
  });

  test('a call comes out that can be kept and shown', () => {
    fc.assert(
      fc.property(fc.oneof(wild, agreeing), (events) => {
        for (const call of mineOf(events)) {
          // Neither NaN nor Infinity nor undefined survives this.
          expect(JSON.parse(JSON.stringify(call))).toEqual(call);
          const party = partyOf(call, { masked: false, nameOf: () => null });
          expect(party.number === null).toBe(party.display === null);
          expect(me.map(({ extension }) => extension)).toContain(call.extension);
          expect(call.ringUs ?? 0).toBeGreaterThanOrEqual(0);
          expect(call.talkUs ?? 0).toBeGreaterThanOrEqual(0);
          expect(call.offers).toBeGreaterThanOrEqual(0);
          expect(call.startedAtUs).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  test('a call that is over has lengths for all that began, and one in progress has no end', () => {
    fc.assert(
      fc.property(fc.oneof(wild, agreeing), (events) => {
        for (const { outcome, rangAtUs, ringUs, answeredAtUs, talkUs, endedAtUs } of mineOf(events)) {
          const goesOn = outcome === 'in-progress';
          expect(goesOn && endedAtUs !== null).toBe(false);
          expect(goesOn || (ringUs === null) === (rangAtUs === null)).toBe(true);
          expect(goesOn || (talkUs === null) === (answeredAtUs === null)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('a call is mine exactly when one of its legs is', () => {
    fc.assert(
      fc.property(agreeing, (events) => {
        const mine = events.some(
          ({ dialedUser, ani, recipient, domain }) =>
            isMe(me, dialedUser, domain) ||
            isMe(me, ani, domain) ||
            (dialedUser === null && isMe(me, recipient, domain)),
        );
        const calls = mineOf(events);
        expect(calls).toHaveLength(mine ? 1 : 0);
        expect(calls.every(({ legs }) => legs.some((leg) => leg.mine))).toBe(true);
      }),
      runs,
    );
  });

  test('a late event never makes a call ring again whose legs have all ended', () => {
    const withLate = agreeing.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.record({ which: fc.nat(), what: news, action: oneOf(['originate', 'ring', 'answer'] as const) }),
      ),
    );
    fc.assert(
      fc.property(withLate, ([told, { which, what, action }]) => {
        const ends = told.map((event) => ({ ...event, action: 'hangup' as const, endedAtUs: at(12) }));
        const events = [...told, ...ends];
        const about = told[which % told.length];
        if (about === undefined) return;
        const late = { ...about, ...what, action, sentAtUs: at(13) };
        const [before = null] = mineOf(events);
        for (const after of mineOf([...events, late])) {
          expect(after.outcome).not.toBe('in-progress');
          expect(popFor(before, after, defaultSettings, at(14)).kind).not.toBe('pop');
        }
      }),
      runs,
    );
  });
});

test('a cause is recognised in any case, and one that nobody has heard of is no error', () => {
  expect(causeKind('lose_race')).toBe('lost-race');
  for (const unknown of [null, '', 'SOMETHING_NEW', 'constructor', '__proto__', 'toString']) {
    expect(causeKind(unknown)).toBe('other');
  }
});
