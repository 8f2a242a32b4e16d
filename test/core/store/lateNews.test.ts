import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import type { CallEvent } from '../../../electron/core/calls/event.ts';
import { partyOf } from '../../../electron/core/requests/callRow.ts';
import { viewOf } from '../../../electron/core/requests/view.ts';
import { settlementOf } from '../../../electron/core/store/followUps.ts';
import { linksOf } from '../../../electron/core/store/transfers.ts';
import { at, customersLine, leg, type LegFacts, phone } from '../../support/callEvents.ts';
import { memoryLog } from '../../support/memoryLog.ts';

const me = [{ extension: '1002', domain: null }];
let log = memoryLog(me);
beforeEach(() => {
  log.close();
  log = memoryLog(me);
});
afterAll(() => log.close());

/** A phone of a call of this name. */
const ringing = (ref: string, dialedUser: string, facts: LegFacts): CallEvent =>
  phone({ ref, channel: `${ref}-${dialedUser}`, originatingLeg: ref, dialedUser, ...facts });

const missed = (ref: string, rang: number) => ringing(ref, '1002', { rang, ended: rang + 5, cause: 'NO_ANSWER' });
const followUps = () =>
  log
    .calls()
    .map(({ ref, followUp }) => `${ref} ${followUp}`)
    .sort();
const settlement = (ref: string) => {
  const call = log.store.calls.get(ref);
  return call === null ? null : settlementOf(log.store, call);
};

describe('who spoke first with somebody I missed', () => {
  const theirs = (ref: string, answered: number) =>
    ringing(ref, '1003', { rang: answered - 2, answered, ended: answered + 5, cause: 'NORMAL_CLEARING' });

  test.for<[string, CallEvent]>([
    ['a call of mine', ringing('again', '1002', { rang: 60, answered: 62, ended: 70 })],
    ['two colleagues', theirs('second', 60)],
  ])('is the one who settled it, in whatever order I hear of %s', ([, later]) => {
    for (const event of [missed('call', 1), later, theirs('first', 30)]) log.take([event], at(100));
    log.store.write(() => log.store.strangers.purge(at(3600), 'running'));
    expect(settlement('call')).toEqual({ kind: 'colleague', atUs: at(30), extension: '1003' });
  });
});

test('somebody whom a colleague called by a click has been spoken with, whatever number the first phone shows', () => {
  const click = {
    ref: 'click',
    originatingLeg: 'click',
    clickToCall: true,
    caller: '+442035040000',
    callerE164: '+442035040000',
  };
  const them = { recipient: '0035799123456', recipientE164: '+35799123456' };
  log.take(
    [
      missed('call', 1),
      leg({
        ...click,
        ...them,
        channel: 'click',
        dialedUser: '1003',
        ani: '0035799123456',
        rang: 20,
        answered: 22,
        ended: 60,
      }),
      leg({ ...click, ...them, channel: 'far', ani: '1003', rang: 24, answered: 30, ended: 60 }),
    ],
    at(100),
  );
  expect(settlement('call')).toEqual({ kind: 'colleague', atUs: at(30), extension: '1003' });
});

describe('a caller whom a queue offers me again and again, under a ref of its own each time,', () => {
  const offer = (nth: number, rang: number, ended: number) =>
    phone({ ref: `offer-${nth}`, channel: `leg-${nth}`, originatingLeg: null, rang, ended, cause: 'NO_ANSWER' });
  const line = customersLine({ ref: 'line', channel: 'line', originatingLeg: 'line', answered: 0, ended: 90 });

  test('is several calls once it is told that the wait was over before they rang', () => {
    const theLine = (facts: LegFacts) =>
      customersLine({ ref: 'line', channel: 'line', originatingLeg: 'line', ...facts });
    for (const event of [
      theLine({ answered: 0 }),
      offer(1, 20, 25),
      offer(2, 38, 43),
      theLine({ answered: 0, ended: 12 }),
    ]) {
      log.take([event], at(100));
    }
    expect(
      log
        .calls()
        .map(({ ref }) => ref)
        .sort(),
    ).toEqual(['offer-1', 'offer-2']);
  });

  test('is one call with every ring counted once, although the wait is told last', () => {
    for (const event of [offer(1, 2, 12), offer(2, 20, 30), offer(3, 32, 42), offer(4, 60, 70), line]) {
      log.take([event], at(100));
    }
    expect(log.calls()).toMatchObject([{ ref: 'offer-1', offers: 4, ringUs: 40_000_000 }]);
  });
});

test('two lines of one company that ring me at once are two calls from the first ring on', () => {
  const line = (ref: string) => customersLine({ ref, channel: ref, originatingLeg: ref });
  const offer = (ref: string, rang: number) => phone({ ref, channel: `${ref}-1002`, originatingLeg: null, rang });
  log.take([line('one'), offer('one', 2), line('two'), offer('two', 4)], at(5));
  expect(
    log
      .calls()
      .map(({ ref }) => ref)
      .sort(),
  ).toEqual(['one', 'two']);
});

describe('a caller whom a colleague puts through to me', () => {
  const asks = { ani: '1003', caller: '1003', callerE164: '1003', recipient: '1002', recipientE164: '1002' };
  const mine = [
    leg({
      ref: 'asks',
      channel: 'asks',
      originatingLeg: 'asks',
      ...asks,
      rang: 10,
      answered: 12,
      ended: 20,
      cause: 'ATTENDED_TRANSFER',
    }),
    phone({ ref: 'asks', channel: 'asks-1002', originatingLeg: 'asks', ...asks, rang: 10, answered: 12 }),
  ];
  const theirs = ringing('theirs', '1003', { rang: 1, answered: 3, ended: 20, cause: 'ATTENDED_TRANSFER' });
  const links = () => {
    const call = log.store.calls.get('asks');
    return call === null
      ? []
      : linksOf(log.store, call, (party) => partyOf(party, viewOf(log.store, { masked: false })));
  };

  test.for([
    ['before', [theirs, ...mine]],
    ['after', [...mine, theirs]],
  ] as const)('is known for good, whether the colleague leaves their own call %s or not', ([, events]) => {
    for (const event of events) log.take([event], at(30));
    log.store.write(() => log.store.strangers.purge(at(3600), 'running'));
    expect(links()).toMatchObject([{ kind: 'from', ref: null, party: { number: '+35799123456' } }]);
  });
});

describe('somebody whom a colleague had on the phone before it rang me', () => {
  const put = [
    ringing('second', '1003', { rang: 100, answered: 110, ended: 120, cause: 'BLIND_TRANSFER' }),
    missed('second', 121),
  ];

  test('has been spoken with, although I missed them', () => {
    log.take([missed('first', 1), ...put], at(200));
    expect(followUps()).toEqual(['first settled', 'second open']);
    expect(settlement('first')).toEqual({ kind: 'colleague', atUs: at(110), extension: '1003' });
  });

  test('stays so when the call turns out to be mine after the colleague has answered', () => {
    log.take([missed('first', 1)], at(10));
    for (const event of put) log.take([event], at(200));
    expect(settlement('first')).toEqual({ kind: 'colleague', atUs: at(110), extension: '1003' });
  });
});
