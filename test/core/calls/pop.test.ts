import { describe, expect, test } from 'vitest';

import type { Call } from '../../../electron/core/calls/call.ts';
import type { CallEvent } from '../../../electron/core/calls/event.ts';
import { popFor, ringTooOldUs } from '../../../electron/core/calls/pop.ts';
import { reduce } from '../../../electron/core/calls/reduce.ts';
import { unfinished } from '../../../electron/core/calls/watchdog.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { at, dialled, leg, phone } from '../../support/callEvents.ts';

function callOf(...events: CallEvent[]): Call {
  const reduced = reduce(events, [{ extension: '1002', domain: null }]);
  if (reduced.kind !== 'mine') throw new Error('not my call');
  return reduced.call;
}

const ringing = callOf(phone({ rang: 5 }));
const talking = callOf(phone({ rang: 5, answered: 7 }));
const ended = callOf(phone({ rang: 5, ended: 12, cause: 'NO_ANSWER' }));
const hungUp = callOf(phone({ rang: 5, answered: 7, ended: 12, cause: 'NORMAL_CLEARING' }));
const elsewhere = callOf(phone({ rang: 5 }), phone({ channel: 'other', dialedUser: '1003', answered: 9 }));
const lost = callOf(phone({ rang: 5, ended: 9, cause: 'LOSE_RACE' }));
const notYet = callOf(phone());
const offeredAgain = callOf(
  phone({ rang: 5, ended: 12, cause: 'ALLOTTED_TIMEOUT' }),
  phone({ channel: 'again', rang: 40 }),
);
const iCall = callOf(dialled({ rang: 5 }));
const iTalk = callOf(dialled({ rang: 5, answered: 7 }));
const ownPhone = callOf(leg({ dialedUser: '1002', rang: 5, clickToCall: true }));

describe('a screen pop', () => {
  const cases: Record<string, [before: Call | null, after: Call, nowSeconds: number, decision: object]> = {
    'is raised when a call begins to ring me': [null, ringing, 6, { kind: 'pop' }],
    'is raised when a known call begins to ring me': [notYet, ringing, 6, { kind: 'pop' }],
    'is raised when a queue offers me the caller again': [ended, offeredAgain, 41, { kind: 'pop' }],
    'is raised when my clock is behind that of the PBX': [null, ringing, 0, { kind: 'pop' }],
    'is raised for a ring of just 30 s ago': [null, ringing, 35, { kind: 'pop' }],
    'is held back for an older ring': [null, ringing, 35.1, { kind: 'hold', reason: 'ring-too-old' }],
    'is held back by the age of the newest ring': [ended, offeredAgain, 71, { kind: 'hold', reason: 'ring-too-old' }],
    'is brought up to date while it rings': [ringing, ringing, 8, { kind: 'update' }],
    'is brought up to date while it rings, however long': [ringing, ringing, 100, { kind: 'update' }],
    'is brought up to date when I answer': [ringing, talking, 8, { kind: 'update' }],
    'stays while I talk': [talking, talking, 9, { kind: 'nothing' }],
    'goes when I hang up': [talking, hungUp, 13, { kind: 'close' }],
    'goes when it has rung out': [ringing, ended, 13, { kind: 'close' }],
    'goes when a colleague answers': [ringing, elsewhere, 10, { kind: 'close' }],
    'goes when I lose the race, before it is known who won it': [ringing, lost, 10, { kind: 'close' }],
    'goes when nothing is heard of the call any more': [ringing, unfinished(ringing), 200, { kind: 'close' }],
    'is not raised by an answer that came before its ring': [null, talking, 8, { kind: 'update' }],
    'is not raised by a call that is over when it is first heard of': [
      null,
      ended,
      13,
      { kind: 'hold', reason: 'call-over' },
    ],
    'is not raised by a call a colleague had before we heard of it': [
      null,
      elsewhere,
      10,
      { kind: 'hold', reason: 'answered-elsewhere' },
    ],
    'is not raised by a call I answered and ended before we heard of it': [null, hungUp, 13, { kind: 'nothing' }],
    'is not raised before it rings': [null, notYet, 1, { kind: 'nothing' }],
    'is not raised again by what comes after the end': [ended, ended, 14, { kind: 'nothing' }],
    'is not raised by a call that I make': [null, iCall, 6, { kind: 'nothing' }],
    'is not raised by a call that I make and that is answered': [iCall, iTalk, 8, { kind: 'nothing' }],
    'is not raised by my own phone that click-to-call rings first': [
      null,
      ownPhone,
      6,
      { kind: 'hold', reason: 'click-to-call' },
    ],
  };
  test.for(Object.entries(cases))('%s', ([, [before, after, nowSeconds, decision]]) => {
    expect(popFor(before, after, defaultSettings, at(nowSeconds))).toEqual(decision);
  });

  test.for([
    ['is held back while I am not to be disturbed', 7, { kind: 'hold', reason: 'do-not-disturb' }],
    ['is raised from the moment that is over', 6, { kind: 'pop' }],
  ] as const)('%s', ([, untilSeconds, decision]) => {
    expect(popFor(null, ringing, { ...defaultSettings, doNotDisturbUntilUs: at(untilSeconds) }, at(6))).toEqual(
      decision,
    );
  });

  test('that is up is brought up to date and goes, whether or not I am to be disturbed meanwhile', () => {
    const settings = { ...defaultSettings, doNotDisturbUntilUs: at(1000) };
    expect(popFor(ringing, ringing, settings, at(8))).toEqual({ kind: 'update' });
    expect(popFor(ringing, talking, settings, at(8))).toEqual({ kind: 'update' });
    expect(popFor(ringing, ended, settings, at(13))).toEqual({ kind: 'close' });
  });

  test('is for rings of the last half minute', () => {
    expect(ringTooOldUs).toBe(30_000_000);
  });
});
