import { describe, expect, test } from 'vitest';

import type { Call } from '../../../electron/core/calls/call.ts';
import type { CallEvent } from '../../../electron/core/calls/event.ts';
import { reduce } from '../../../electron/core/calls/reduce.ts';
import { at, customersLine, dialled, leg, phone } from '../../support/callEvents.ts';

const second = 1_000_000;

/** The call these legs make, for extension 1002; 1005 is mine as well. */
function callOf(...events: CallEvent[]): Call {
  const reduced = reduce(events, [
    { extension: '1002', domain: null },
    { extension: '1005', domain: null },
  ]);
  if (reduced.kind !== 'mine') throw new Error('not my call');
  return reduced.call;
}

describe('a call to me that I answer', () => {
  test.for(['NORMAL_CLEARING', 'SOMETHING_NEW'])(
    'is answered when it ends with %s, with the times of my phone',
    (cause) => {
      const call = callOf(customersLine({ ended: 20 }), phone({ rang: 5, answered: 8, ended: 20, cause }));
      expect(call).toMatchObject({
        direction: 'in',
        outcome: 'answered',
        reason: null,
        cause,
        answeredBy: '1002',
        extension: '1002',
        rangAtUs: at(5),
        answeredAtUs: at(8),
        endedAtUs: at(20),
        ringUs: 3 * second,
        talkUs: 12 * second,
        offers: 1,
      });
    },
  );

  test.for(['BLIND_TRANSFER', 'ATTENDED_TRANSFER', 'blind_transfer'])('and hand over is transferred (%s)', (cause) => {
    expect(callOf(customersLine(), phone({ rang: 1, answered: 2, ended: 9, cause }))).toMatchObject({
      outcome: 'transferred',
      reason: null,
      talkUs: 7 * second,
      endedAtUs: at(9),
    });
  });

  test.for([
    'MEDIA_TIMEOUT',
    'NETWORK_OUT_OF_ORDER',
    'NORMAL_TEMPORARY_FAILURE',
    'RECOVERY_ON_TIMER_EXPIRE',
    'DESTINATION_OUT_OF_ORDER',
  ])('and whose line breaks is answered, line dropped (%s)', (cause) => {
    expect(callOf(customersLine(), phone({ rang: 1, answered: 2, ended: 9, cause }))).toMatchObject({
      outcome: 'answered',
      reason: 'line-dropped',
    });
  });

  test('on the other of my two phones is one answered call that rang once', () => {
    const call = callOf(
      customersLine({ ended: 30 }),
      phone({ channel: 'desk', rang: 1, ended: 8, cause: 'LOSE_RACE' }),
      phone({ channel: 'mobile', rang: 2, answered: 8, ended: 30, cause: 'NORMAL_CLEARING' }),
    );
    expect(call).toMatchObject({ outcome: 'answered', offers: 1, ringUs: 7 * second, talkUs: 22 * second });
  });

  test('again on my other phone ends as that one does, although its hang-up never comes', () => {
    const call = callOf(
      customersLine({ ended: 30, cause: 'NORMAL_CLEARING' }),
      phone({ channel: 'desk', rang: 1, answered: 2, ended: 10, cause: 'BLIND_TRANSFER' }),
      phone({ channel: 'mobile', rang: 11, answered: 12 }),
    );
    expect(call).toMatchObject({ outcome: 'answered', offers: 2, talkUs: 26 * second, endedAtUs: at(30) });
  });

  test('has the earliest of the times that its events tell, where they disagree', () => {
    const late = phone({ rang: 3, answered: 9, ended: 21 });
    const early = phone({ rang: 2, answered: 8, ended: 20 });
    expect(callOf(customersLine(), late, early)).toMatchObject({ rangAtUs: at(2), answeredAtUs: at(8) });
    expect(callOf(customersLine(), late, early)).toMatchObject({ ringUs: 6 * second, talkUs: 12 * second });
  });

  test('as a recipient is mine although the leg names no user', () => {
    const call = callOf(customersLine(), phone({ dialedUser: null, rang: 1, answered: 2, ended: 9 }));
    expect(call).toMatchObject({ outcome: 'answered', extension: '1002', answeredBy: '1002' });
  });

  test('and a colleague whom I ask meanwhile leaves the talk mine', () => {
    const call = callOf(
      customersLine({ ended: 60 }),
      phone({ rang: 1, answered: 2, ended: 20, cause: 'ATTENDED_TRANSFER' }),
      phone({ channel: 'asked', dialedUser: '1003', ani: '1002', caller: '1002', rang: 10, answered: 12, ended: 60 }),
    );
    expect(call).toMatchObject({ outcome: 'transferred', offers: 1, talkUs: 18 * second, endedAtUs: at(20) });
  });

  test('is in progress, talking, until it ends', () => {
    expect(callOf(customersLine(), phone({ rang: 1, answered: 2 }))).toMatchObject({
      outcome: 'in-progress',
      reason: 'talking',
      talkUs: null,
      ringUs: second,
      endedAtUs: null,
    });
  });

  test('is over when the line it came on has hung up, although my own hang-up never comes', () => {
    expect(
      callOf(customersLine({ ended: 9, cause: 'NORMAL_CLEARING' }), phone({ rang: 1, answered: 2 })),
    ).toMatchObject({ outcome: 'answered', talkUs: 7 * second, endedAtUs: at(9) });
  });
});

describe('a call to me that a colleague takes', () => {
  const colleague = (facts: object) => phone({ channel: 'colleague', dialedUser: '1003', ...facts });

  test('is answered elsewhere, by that extension, from the moment of the answer', () => {
    const call = callOf(customersLine(), phone({ rang: 1 }), colleague({ rang: 1, answered: 6 }));
    expect(call).toMatchObject({
      outcome: 'answered-elsewhere',
      answeredBy: '1003',
      ringUs: 5 * second,
      talkUs: null,
      endedAtUs: null,
    });
  });

  test('is answered elsewhere by nobody known when all I hear is that I lost the race', () => {
    const lost = phone({ rang: 1, ended: 6, cause: 'LOSE_RACE' });
    expect(callOf(customersLine(), lost)).toMatchObject({ outcome: 'answered-elsewhere', answeredBy: null });
    expect(callOf(customersLine(), lost, colleague({ rang: 1, answered: 6 }))).toMatchObject({
      outcome: 'answered-elsewhere',
      answeredBy: '1003',
    });
  });

  test('by picking it up is picked up', () => {
    expect(callOf(customersLine(), phone({ rang: 1, ended: 6, cause: 'PICKED_OFF' }))).toMatchObject({
      outcome: 'picked-up',
      reason: null,
      answeredBy: null,
    });
  });

  test('after I declined is answered elsewhere all the same', () => {
    expect(
      callOf(
        customersLine(),
        phone({ rang: 1, ended: 3, cause: 'CALL_REJECTED' }),
        colleague({ rang: 4, answered: 6, ended: 9 }),
      ),
    ).toMatchObject({ outcome: 'answered-elsewhere', answeredBy: '1003', ringUs: 2 * second });
  });

  test('is not what a menu, a queue or a mailbox does when it answers on the first leg', () => {
    const missed = phone({ rang: 4, ended: 20, cause: 'NO_ANSWER' });
    for (const line of [
      customersLine({ answered: 5, ended: 30 }),
      customersLine({ answered: 5, ended: 30, dialedUser: '1003' }),
    ]) {
      expect(callOf(line, missed)).toMatchObject({ outcome: 'missed', reason: 'rang-out', answeredBy: null });
    }
  });

  test('is not what a leg does that names no user', () => {
    expect(
      callOf(
        customersLine(),
        phone({ rang: 1, ended: 9, cause: 'NO_ANSWER' }),
        colleague({ dialedUser: null, recipient: '8000', rang: 1, answered: 4 }),
      ),
    ).toMatchObject({ outcome: 'missed', answeredBy: null });
  });

  test('is not what a colleague did who had answered before it rang me, and hands it over', () => {
    const before = colleague({ rang: 1, answered: 3, ended: 12, cause: 'ATTENDED_TRANSFER' });
    expect(callOf(customersLine(), before, phone({ rang: 10 }))).toMatchObject({
      outcome: 'in-progress',
      reason: 'ringing',
      answeredBy: null,
    });
    expect(callOf(customersLine(), before, phone({ rang: 10, ended: 30, cause: 'NO_ANSWER' }))).toMatchObject({
      outcome: 'missed',
    });
    expect(callOf(customersLine(), before, phone({ rang: 10, answered: 11, ended: 30 }))).toMatchObject({
      outcome: 'answered',
      answeredBy: '1002',
    });
  });
});

describe('a call to me that nobody takes', () => {
  test.for(['CALL_REJECTED', 'DECLINE', 'REJECT_ALL', 'UNWANTED', 'USER_BUSY', 'user_busy'])(
    'is declined when my phone rang and ended with %s',
    (cause) => {
      expect(callOf(customersLine(), phone({ rang: 1, ended: 4, cause }))).toMatchObject({
        outcome: 'declined',
        reason: null,
        cause,
        answeredBy: null,
      });
    },
  );

  test('is busy when my phone was, and never rang', () => {
    expect(callOf(customersLine(), phone({ ended: 1, cause: 'USER_BUSY' }))).toMatchObject({
      outcome: 'busy',
      ringUs: null,
      offers: 0,
    });
  });

  test.for(['USER_NOT_REGISTERED', 'SUBSCRIBER_ABSENT', 'NO_USER_RESPONSE', 'PROGRESS_TIMEOUT'])(
    'finds my phone offline on %s',
    (cause) => {
      expect(callOf(customersLine(), phone({ ended: 1, cause }))).toMatchObject({
        outcome: 'unreachable',
        reason: 'phone-offline',
        cause,
      });
    },
  );

  test.for(['NORMAL_CLEARING', 'SOMETHING_NEW', 'NO_ROUTE_DESTINATION', 'ORIGINATOR_CANCEL', 'NO_ANSWER', null])(
    'finds my phone offline when it failed without a ring, whatever the cause (%s)',
    (cause) => {
      expect(
        callOf(customersLine({ recipient: '1002', failed: true, ended: 1, cause, failedReason: 'USER_OFFLINE' })),
      ).toMatchObject({ outcome: 'unreachable', reason: 'phone-offline', cause, failedReason: 'USER_OFFLINE' });
    },
  );

  test('is missed when one phone of mine rang, though another failed', () => {
    expect(
      callOf(
        customersLine({ recipient: '1002', failed: true, ended: 1, cause: 'NORMAL_CLEARING' }),
        phone({ rang: 1, ended: 20, cause: 'SOMETHING_NEW' }),
      ),
    ).toMatchObject({ outcome: 'missed', reason: null, cause: 'SOMETHING_NEW' });
  });

  test.for([
    ['ORIGINATOR_CANCEL', 'caller-hung-up'],
    ['NO_ANSWER', 'rang-out'],
    ['ALLOTTED_TIMEOUT', 'rang-out'],
    ['NORMAL_CLEARING', null],
    ['SOMETHING_NEW', null],
    [null, null],
    ['BLIND_TRANSFER', null],
    ['NO_ROUTE_DESTINATION', null],
    ['OUTGOING_CALL_BARRED', null],
    ['MEDIA_TIMEOUT', null],
  ] as const)('is missed when it ends with %s, which means %s', ([cause, reason]) => {
    expect(callOf(customersLine(), phone({ rang: 1, ended: 21, cause }))).toMatchObject({
      direction: 'in',
      outcome: 'missed',
      reason,
      cause,
      ringUs: 20 * second,
      offers: 1,
      answeredBy: null,
    });
  });

  test('is what it came to the last time it rang me', () => {
    const call = callOf(
      customersLine(),
      phone({ channel: 'first', rang: 1, ended: 11, cause: 'ALLOTTED_TIMEOUT' }),
      phone({ channel: 'second', rang: 20, ended: 25, cause: 'CALL_REJECTED' }),
    );
    expect(call).toMatchObject({ outcome: 'declined', offers: 2, ringUs: 15 * second });
  });

  test('is ruled by the phone that rang, not by one that did not', () => {
    expect(
      callOf(
        customersLine(),
        phone({ channel: 'desk', rang: 1, ended: 11, cause: 'NO_ANSWER' }),
        phone({ channel: 'mobile', ended: 12, cause: 'USER_NOT_REGISTERED' }),
      ),
    ).toMatchObject({ outcome: 'missed', reason: 'rang-out', cause: 'NO_ANSWER' });
  });

  test('is in progress while it rings, and dialling before it does', () => {
    expect(callOf(customersLine(), phone({ rang: 1 }))).toMatchObject({
      outcome: 'in-progress',
      reason: 'ringing',
      ringUs: null,
    });
    expect(callOf(customersLine(), phone())).toMatchObject({ outcome: 'in-progress', reason: 'dialling' });
  });

  test('still rings on one phone when the other has been declined', () => {
    expect(
      callOf(
        customersLine(),
        phone({ channel: 'desk', rang: 1, ended: 4, cause: 'CALL_REJECTED' }),
        phone({ channel: 'mobile', rang: 1 }),
      ),
    ).toMatchObject({ outcome: 'in-progress', reason: 'ringing' });
  });
});

describe('a call that I make', () => {
  test('is answered by the number I dialled, and rings the other side', () => {
    expect(callOf(dialled({ rang: 3, answered: 8, ended: 20, cause: 'NORMAL_CLEARING' }))).toMatchObject({
      direction: 'out',
      outcome: 'answered',
      answeredBy: null,
      extension: '1002',
      called: '0035799123456',
      number: '0035799123456',
      e164: '+35799123456',
      ringUs: 5 * second,
      talkUs: 12 * second,
      offers: 0,
    });
  });

  test('is answered by the colleague whose phone it rang', () => {
    const toColleague = { dialedUser: '1003', recipient: '1003', recipientE164: '1003' };
    expect(callOf(dialled({ ...toColleague, rang: 3, answered: 8, ended: 20 }))).toMatchObject({
      direction: 'out',
      outcome: 'answered',
      answeredBy: '1003',
      internal: true,
    });
  });

  test.for([
    ['ORIGINATOR_CANCEL', 'cancelled'],
    ['NO_ANSWER', 'no-answer'],
    ['ALLOTTED_TIMEOUT', 'no-answer'],
    ['USER_BUSY', 'busy'],
    ['CALL_REJECTED', 'rejected'],
    ['DECLINE', 'rejected'],
  ] as const)('and that ends with %s is %s', ([cause, outcome]) => {
    for (const rang of [{}, { rang: 1 }]) {
      expect(callOf(dialled({ ...rang, ended: 9, cause }))).toMatchObject({ outcome, reason: null, cause });
    }
  });

  test.for([
    ['NO_ROUTE_DESTINATION', 'wrong-number', 'no-route'],
    ['UNALLOCATED_NUMBER', 'wrong-number', 'no-route'],
    ['INVALID_NUMBER_FORMAT', 'wrong-number', 'no-route'],
    ['OUTGOING_CALL_BARRED', 'not-permitted', 'barred'],
  ] as const)('and that ends with %s is %s', ([cause, outcome, reason]) => {
    expect(callOf(dialled({ ended: 1, cause }))).toMatchObject({ outcome, reason, cause });
  });

  test.for([
    ['SUBSCRIBER_ABSENT', 'network'],
    ['LOSE_RACE', 'network'],
    ['PICKED_OFF', 'network'],
    ['BLIND_TRANSFER', 'network'],
    ['NETWORK_OUT_OF_ORDER', 'network'],
    ['NORMAL_CLEARING', 'network'],
    ['SOMETHING_NEW', 'network'],
    [null, 'network'],
  ] as const)('and that ends with %s has failed for want of %s', ([cause, reason]) => {
    expect(callOf(dialled({ ended: 1, cause }))).toMatchObject({ outcome: 'failed', reason, cause });
  });

  test('and that failed is told by its reason rather than its cause, where the reason is known', () => {
    const failed = (failedReason: string | null, cause: string) =>
      callOf(dialled({ channel: 'call', failed: true, ended: 1, cause, failedReason }));
    expect(failed('NO_ROUTE', 'NORMAL_CLEARING')).toMatchObject({ outcome: 'wrong-number', reason: 'no-route' });
    expect(failed('SOMETHING_NEW', 'OUTGOING_CALL_BARRED')).toMatchObject({
      outcome: 'not-permitted',
      reason: 'barred',
    });
    expect(failed(null, 'USER_BUSY')).toMatchObject({ outcome: 'busy' });
  });

  test('takes its cause from the failure where the line itself hung up without one', () => {
    const failure = dialled({ channel: 'call', failed: true, ended: 1, cause: 'UNALLOCATED_NUMBER' });
    expect(callOf(dialled({ ended: 1 }), failure)).toMatchObject({ outcome: 'wrong-number', reason: 'no-route' });
  });

  test('is told by the phone that rang, not by my own line, which is answered from the start', () => {
    const call = callOf(
      dialled({ channel: 'call', rang: 0, answered: 0, ended: 20, cause: 'NORMAL_CLEARING' }),
      dialled({ rang: 3, ended: 20, cause: 'NO_ANSWER' }),
    );
    expect(call).toMatchObject({ outcome: 'no-answer', ringUs: 17 * second, talkUs: null });
  });

  test('from one of my extensions to another is a call that I make', () => {
    const call = callOf(dialled({ dialedUser: '1005', recipient: '1005', recipientE164: '1005', rang: 1 }));
    expect(call).toMatchObject({ direction: 'out', extension: '1002', e164: '1005', internal: true });
  });

  test('by a click rings my own phone first, and is about the other side alone', () => {
    const ownPhone = leg({
      channel: 'call',
      dialedUser: '1002',
      ani: '+35799123456',
      recipient: '0035799123456',
      recipientE164: '+35799123456',
      rang: 1,
      answered: 3,
      clickToCall: true,
      clickToCallData: 'ticket=7',
    });
    expect(callOf(ownPhone)).toMatchObject({ direction: 'out', extension: '1002', clickToCall: true });
    expect(callOf(ownPhone, dialled({ rang: 5, answered: 9, ended: 20 }))).toMatchObject({
      direction: 'out',
      outcome: 'answered',
      extension: '1002',
      number: '0035799123456',
      ringUs: 4 * second,
      talkUs: 11 * second,
      clickToCallData: 'ticket=7',
    });
  });

  test('is dialling, then ringing, then talking while it is in progress', () => {
    expect(callOf(dialled())).toMatchObject({ outcome: 'in-progress', reason: 'dialling' });
    expect(callOf(dialled({ rang: 1 }))).toMatchObject({ outcome: 'in-progress', reason: 'ringing' });
    expect(callOf(dialled({ rang: 1, answered: 2 }))).toMatchObject({ outcome: 'in-progress', reason: 'talking' });
  });
});

describe('a call is mine or not', () => {
  const isMine = (event: CallEvent, domain: string | null = null) =>
    reduce([event], [{ extension: '1002', domain }]).kind === 'mine';

  test('by the phone it rings, by who calls, and by the number dialled where no phone is named', () => {
    expect(isMine(leg({ dialedUser: '1002' }))).toBe(true);
    expect(isMine(leg({ ani: '1002' }))).toBe(true);
    expect(isMine(leg({ recipient: '1002' }))).toBe(true);
    expect(isMine(leg({ dialedUser: '1003', recipient: '1002' }))).toBe(false);
    expect(isMine(leg({ caller: '1002' }))).toBe(false);
    expect(isMine(leg({ dialedUser: '10020' }))).toBe(false);
  });

  test('within my domain, in whatever case; an event without a domain fits any', () => {
    expect(isMine(leg({ dialedUser: '1002', domain: 'PBX.example' }), 'pbx.EXAMPLE')).toBe(true);
    expect(isMine(leg({ dialedUser: '1002', domain: 'other.example' }), 'pbx.example')).toBe(false);
    expect(isMine(leg({ dialedUser: '1002' }), 'pbx.example')).toBe(true);
    expect(isMine(leg({ dialedUser: '1002', domain: 'other.example' }))).toBe(true);
  });

  test('and of those that are not mine, it is told when they have ended', () => {
    const ended = (...events: CallEvent[]) => {
      const reduced = reduce(events, [{ extension: '1009', domain: null }]);
      return reduced.kind === 'stranger' && reduced.ended;
    };
    expect(ended(customersLine({ ended: 9, cause: 'NORMAL_CLEARING' }), phone({ rang: 1 }))).toBe(true);
    expect(ended(customersLine(), phone({ rang: 1, ended: 4 }))).toBe(false);
    expect(ended(phone({ rang: 1, ended: 4 }))).toBe(true);
    // The line hangs up where it was, and goes on elsewhere.
    expect(ended(customersLine({ ended: 9, cause: 'ATTENDED_TRANSFER' }), phone({ rang: 1 }))).toBe(false);
    expect(ended(customersLine({ ended: 9, failed: true, cause: 'X' }), phone({ rang: 1 }))).toBe(false);
  });
});
