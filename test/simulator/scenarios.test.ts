import { describe, expect, test } from 'vitest';

import type { ExpectedCall } from '../../electron/simulator/scenario.ts';
import { scenarios } from '../../electron/simulator/scenarios/list.ts';
import type { Desk } from '../../electron/simulator/stage.ts';
import { outcomes } from '../../shared/call.ts';
import { documented } from '../support/wire.ts';
import { type Fields, readBody } from './bodies.ts';

const samples = new Map(Object.entries(documented).map(([action, body]) => [action, readBody(body)]));

const desk: Desk = {
  extension: '1002',
  domain: 'dev-pbx.impactpbx.com',
  customer: '+442079460000',
  startUs: 1_700_000_000_123_456,
  seed: 7,
};

/** Every situation a phone can be in, and the story that tells it: name, what the log says, ring and talk seconds. */
const situations: readonly (readonly [string, string, readonly (readonly [string, number | null, number | null])[]])[] =
  [
    ['1 direct answered', 'direct-answered', [['in answered by 1002', 7, 12]]],
    ['2 caller hung up', 'caller-hung-up', [['in missed caller-hung-up', 13, null]]],
    ['3 rang out, no answer', 'rang-out-no-answer', [['in missed rang-out', 25, null]]],
    ['4 rang out, allotted timeout', 'rang-out-allotted-timeout', [['in missed rang-out', 20, null]]],
    ['5 declined with 603', 'declined-603', [['in declined', 5, null]]],
    ['6 declined with 486 after a ring', 'declined-486', [['in declined', 5, null]]],
    ['7 busy without a ring', 'busy-without-ring', [['in busy', null, null]]],
    ['8 phone offline', 'phone-offline', [['in unreachable phone-offline', null, null]]],
    ['9 ring group, colleague answers', 'ring-group-colleague-answers', [['in answered-elsewhere by 1003', 8, null]]],
    ['10 the same, losing first', 'ring-group-lose-race-first', [['in answered-elsewhere by 1003', 8, null]]],
    ['11 ring group, nobody answers', 'ring-group-nobody', [['in missed rang-out', 20, null]]],
    ['12 hunt group, next agent answers', 'hunt-group-next-answers', [['in answered-elsewhere by 1003', 15, null]]],
    ['13 two phones of mine', 'two-phones', [['in answered by 1002', 6, 12]]],
    ['14 picked up', 'picked-up', [['in picked-up', 7, null]]],
    ['15 queue without originating leg', 'queue-no-originating-leg', [['in answered by 1002', 5, 13]]],
    ['16 queue rings three times', 'queue-rings-three-times', [['in answered by 1002, 3 offers, joined', 24, 14]]],
    ['17 queue caller gives up', 'queue-caller-gives-up', [['in missed caller-hung-up, 2 offers', 15, null]]],
    ['18 blind transfer away', 'blind-transfer-away', [['in transferred by 1002', 5, 10]]],
    ['19 attended transfer to me', 'attended-transfer-to-me', [['in internal answered by 1002', 4, 21]]],
    ['20 click-to-call', 'click-to-call', [['out answered', 6, 13]]],
    ['21 outbound, no answer', 'outbound-no-answer', [['out no-answer', 25, null]]],
    ['21 outbound, busy', 'outbound-busy', [['out busy', 2, null]]],
    ['21 outbound, wrong number', 'outbound-wrong-number', [['out wrong-number no-route', null, null]]],
    ['21 outbound, barred', 'outbound-barred', [['out not-permitted barred', null, null]]],
    ['22 hang-up never comes', 'hangup-never-comes', [['in unfinished', null, null]]],
    ['23 reverse order', 'reverse-order', [['in answered by 1002', 7, 12]]],
    ['24 every event twice', 'every-event-twice', [['in answered by 1002', 7, 12]]],
    ['25 ring five minutes late', 'ring-five-minutes-late', [['in missed caller-hung-up', 13, null]]],
    [
      '26 withheld callers',
      'withheld-caller',
      [
        ['in missed caller-hung-up', 5, null],
        ['in answered by 1002', 4, 10],
      ],
    ],
    ['27 internal call, local', 'internal-local', [['in internal answered by 1002', 3, 10]]],
    ['28 another extension', 'other-extension', []],
    ['29 another domain', 'other-domain', []],
    ['30 odd spelling', 'odd-spelling', [['in answered by 1002', 5, 11]]],
    ['outbound, answered', 'outbound-answered', [['out answered', 8, 13]]],
    ['the mailbox takes an internal call', 'internal-mailbox', [['in internal missed rang-out', 15, null]]],
    ['the documented samples', 'documented-samples', [['out answered', 9, 4]]],
  ];

describe('the scenarios', () => {
  test('tell every situation once', () => {
    expect(situations.map(([, name]) => name).sort()).toEqual(scenarios.map((scenario) => scenario.name).sort());
    const numbers = situations.map(([situation]) => Number.parseInt(situation, 10)).filter((number) => number > 0);
    expect([...new Set(numbers)]).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  test.each(situations)('%s: %s says what the log has to hold', (_situation, name, calls) => {
    const { expected } = play(name);
    expect(expected.map(inWords)).toEqual(calls.map(([words]) => words));
    // Moments of a story are up to 0.1 s late, so a sum of stretches between them is off by a little.
    expect(expected.map((call) => [rounded(call.ringSeconds), rounded(call.talkSeconds)])).toEqual(
      calls.map(([, ring, talk]) => [rounded(ring), rounded(talk)]),
    );
  });

  test('expect the other party by number, and a withheld one by none', () => {
    const parties = scenarios.map(({ name }) => [name, ...play(name).expected.map((call) => call.e164)]);
    const unusual = parties.filter(([, ...e164]) => e164.some((number) => number !== desk.customer));
    expect(unusual).toEqual([
      ['withheld-caller', null, null],
      ['internal-local', '1003'],
      ['internal-mailbox', '1003'],
      ['attended-transfer-to-me', '1003'],
      ['documented-samples', '+35799123456'],
    ]);
  });

  test('expect nothing of mine from the documented samples at any other desk', () => {
    expect(play('documented-samples', { ...desk, extension: '1009' }).expected).toEqual([]);
  });

  test('are the same to the byte for the same desk, and others for another seed', () => {
    for (const { name } of scenarios) {
      expect(play(name)).toEqual(play(name));
      if (name === 'documented-samples') continue;
      expect(play(name, { ...desk, seed: 8 }).deliveries).not.toEqual(play(name).deliveries);
    }
  });

  test('never make a colleague of me, whoever I am', () => {
    for (const extension of ['1001', '1002', '1003', '1004', '1005', '200']) {
      const { deliveries, expected } = play('ring-group-colleague-answers', { ...desk, extension });
      const phones = new Set(deliveries.map(({ phone }) => phone));
      expect(phones.size).toBe(4);
      expect(phones).toContain(extension);
      expect(expected[0]?.answeredBy).not.toBe(extension);
    }
  });
});

describe.each(scenarios.map(({ name }) => name))('the events of %s', (name) => {
  const { deliveries, expected } = play(name);
  const events = deliveries.map(({ body }) => readBody(body));
  /** The odd spelling departs from the documented fields on purpose. */
  const documentedFields = name === 'odd-spelling' ? [] : events;

  test('carry the documented fields, in their order and of their types', () => {
    for (const event of documentedFields) {
      const sample = samples.get(String(event['action'])) ?? {};
      const names = Object.keys(event);
      expect(Object.keys(sample).filter((field) => names.includes(field))).toEqual(names);
      const missing = Object.keys(sample).filter((field) => !names.includes(field));
      expect(missing.filter((field) => !/^(ring|answer)_start/.test(field))).toEqual([]);
      expect(names.map((field) => [field, typeof event[field]])).toEqual(
        names.map((field) => [field, typeof sample[field]]),
      );
    }
  });

  test('have whole-second times cut from the microseconds beside them, none of which is a whole second', () => {
    for (const event of documentedFields) {
      for (const [field, text] of Object.entries(event)) {
        const us = event[`${field}_uepoch`];
        if (us === undefined) continue;
        // The documented failed event ends in the second of its firing.
        const told = event['action'] === 'failed' && field === 'call_end' ? event['timestamp'] : cut(Number(us));
        expect(text).toBe(told);
        expect(Number(us) % 1_000_000).not.toBe(0);
        expect(Number.isSafeInteger(us)).toBe(true);
      }
      expect(event['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+00:00$/);
    }
  });

  test('repeat all earlier times of their leg, and those times do not run backwards', () => {
    const ranked = events.toSorted((a, b) => rank(a) - rank(b));
    const known = new Map<unknown, Fields>();
    for (const event of ranked) {
      const times = timesOf(event);
      expect(Object.values(times).map(Number)).toEqual(
        Object.values(times)
          .map(Number)
          .sort((a, b) => a - b),
      );
      const channel = event['channel_uuid'] ?? {};
      expect(times).toMatchObject(known.get(channel) ?? {});
      known.set(channel, times);
    }
  });

  test('are sent in the order of their times, after what they tell has happened', () => {
    const sent = deliveries.map(({ atMs }) => atMs);
    expect(sent).toEqual(sent.toSorted((a, b) => a - b));
    expect(sent.every((atMs) => Number.isInteger(atMs) && atMs >= 0)).toBe(true);
    for (const [index, event] of events.entries()) {
      const happenedUs = Math.max(...Object.values(timesOf(event)).map(Number));
      expect(desk.startUs + (sent[index] ?? 0) * 1000).toBeGreaterThan(happenedUs);
    }
  });

  test('belong to the calls that are expected of them, whose lengths have a fraction', () => {
    const refs = events.map((event) => event['ref']);
    for (const call of expected) {
      expect(refs).toContain(call.ref);
      expect(outcomes).toContain(call.outcome);
      expect([call.ringSeconds, call.talkSeconds].filter(Number.isInteger)).toEqual([]);
    }
  });
});

function play(name: string, at: Desk = desk) {
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`No scenario ${name}`);
  return scenario.play(at);
}

function inWords(call: ExpectedCall): string {
  const words = [call.direction, call.internal && 'internal', call.outcome, call.reason];
  const by = call.answeredBy !== null && `by ${call.answeredBy}`;
  const offers = call.offers > 1 && `, ${call.offers} offers`;
  return [...words, by].filter(Boolean).join(' ') + (offers || '') + (call.joined ? ', joined' : '');
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds);
}

function cut(us: number): string {
  return `${new Date(us / 1000).toISOString().slice(0, 19)}.000+00:00`;
}

const ranks = ['originate', 'ring', 'answer', 'hangup', 'failed'];
function rank(event: Fields): number {
  return ranks.indexOf(String(event['action']).toLowerCase().replace('answered', 'answer'));
}

/** The microsecond fields that are known, in the order of the wire. */
function timesOf(event: Fields): Fields {
  const known = Object.entries(event).filter(([name, value]) => name.endsWith('_uepoch') && value !== null);
  return Object.fromEntries(known);
}
