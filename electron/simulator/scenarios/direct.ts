import { deliveriesOf } from '../delivery.ts';
import { inside, withheld } from '../numbers.ts';
import { incoming, ringing, type Scenario, taken } from '../scenario.ts';
import { callInside, createStage, customerCall, type Desk, firstLeg, phoneLeg } from '../stage.ts';

/** Calls that ring one phone: mine. */

export const directAnswered: Scenario = {
  name: 'direct-answered',
  says: 'A customer calls you; you answer and talk.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, answer: 8, end: 20 });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 20 }), phone]),
      expected: [incoming(call, { outcome: 'answered', ...taken(phone) })],
    };
  },
};

export const callerHungUp: Scenario = {
  name: 'caller-hung-up',
  says: 'A customer calls you and gives up before you answer.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const over = { end: 14, cause: 'ORIGINATOR_CANCEL' };
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, ...over });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, over), phone]),
      expected: [incoming(call, { outcome: 'missed', reason: 'caller-hung-up', ringSeconds: ringing(phone) })],
    };
  },
};

const rangOutNoAnswer: Scenario = {
  name: 'rang-out-no-answer',
  says: 'Your phone rings until it gives up (NO_ANSWER).',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const over = { end: 26, cause: 'NO_ANSWER' };
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, ...over });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, over), phone]),
      expected: [incoming(call, { outcome: 'missed', reason: 'rang-out', ringSeconds: ringing(phone) })],
    };
  },
};

const rangOutAllottedTimeout: Scenario = {
  name: 'rang-out-allotted-timeout',
  says: 'The PBX stops ringing you (ALLOTTED_TIMEOUT) and the mailbox takes the call.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, end: 21, cause: 'ALLOTTED_TIMEOUT' });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { answer: 22, end: 33 }), phone]),
      expected: [incoming(call, { outcome: 'missed', reason: 'rang-out', ringSeconds: ringing(phone) })],
    };
  },
};

/** The first leg names my extension as its recipient and is answered, and yet nobody picked up. */
const internalMailbox: Scenario = {
  name: 'internal-mailbox',
  says: 'A colleague calls you, nobody answers, and your mailbox takes the call.',
  play(desk) {
    const stage = createStage(desk);
    const call = callInside(stage, stage.colleague(0), stage.extension);
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, end: 16, cause: 'NO_ANSWER' });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { answer: 17, end: 25 }), phone]),
      expected: [
        incoming(call, { outcome: 'missed', reason: 'rang-out', internal: true, ringSeconds: ringing(phone) }),
      ],
    };
  },
};

const declined603: Scenario = {
  name: 'declined-603',
  says: 'You decline on the phone, which says so (603).',
  play: (desk) => declined(desk, 'CALL_REJECTED'),
};

const declined486: Scenario = {
  name: 'declined-486',
  says: 'You decline on a phone that calls it busy (486 after a ring).',
  play: (desk) => declined(desk, 'USER_BUSY'),
};

function declined(desk: Desk, cause: string) {
  const stage = createStage(desk);
  const call = customerCall(stage);
  const phone = phoneLeg(stage, call, stage.extension, { ring: 1, end: 6, cause });
  return {
    deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 6, cause }), phone]),
    expected: [incoming(call, { outcome: 'declined', ringSeconds: ringing(phone) })],
  };
}

const busyWithoutRing: Scenario = {
  name: 'busy-without-ring',
  says: 'You are on the phone: a customer hears busy, and nothing rings.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const over = { end: 2, cause: 'USER_BUSY' };
    const phone = phoneLeg(stage, call, stage.extension, over);
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, over), phone]),
      expected: [incoming(call, { outcome: 'busy', offers: 0 })],
    };
  },
};

/** A failed event names no dialled user; the recipient alone says whose phone was missing. */
const phoneOffline: Scenario = {
  name: 'phone-offline',
  says: 'A customer calls you, but your phone is not registered.',
  play(desk) {
    const stage = createStage(desk);
    const call = { ...customerCall(stage), recipient: inside(stage.extension) };
    const first = firstLeg(stage, call, {});
    const cause = 'USER_NOT_REGISTERED';
    const failed = { call, startUs: first.startUs, endUs: stage.at(1), cause, reason: cause };
    return {
      deliveries: deliveriesOf(stage.startUs, [first], [failed]),
      expected: [incoming(call, { outcome: 'unreachable', reason: 'phone-offline', offers: 0 })],
    };
  },
};

/** Two calls that only look like one: nothing tells whether they come from the same person. */
const withheldCaller: Scenario = {
  name: 'withheld-caller',
  says: 'Two callers in a row hide their number; you miss the first and answer the second.',
  play(desk) {
    const stage = createStage(desk);
    const firstCall = customerCall(stage, withheld('anonymous'));
    const secondCall = customerCall(stage, withheld(''));
    const over = { end: 6, cause: 'ORIGINATOR_CANCEL' };
    const first = phoneLeg(stage, firstCall, stage.extension, { ring: 1, ...over });
    const second = phoneLeg(stage, secondCall, stage.extension, { ring: 8, answer: 12, end: 22 });
    return {
      deliveries: deliveriesOf(stage.startUs, [
        firstLeg(stage, firstCall, over),
        first,
        firstLeg(stage, secondCall, { end: 22 }, 7),
        second,
      ]),
      expected: [
        incoming(firstCall, { outcome: 'missed', reason: 'caller-hung-up', ringSeconds: ringing(first) }),
        incoming(secondCall, { outcome: 'answered', ...taken(second) }),
      ],
    };
  },
};

const internalLocal: Scenario = {
  name: 'internal-local',
  says: 'A colleague calls you; you answer.',
  play(desk) {
    const stage = createStage(desk);
    const call = callInside(stage, stage.colleague(0), stage.extension);
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, answer: 4, end: 14 });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 14 }), phone]),
      expected: [
        incoming(call, {
          outcome: 'answered',
          internal: true,
          ...taken(phone),
        }),
      ],
    };
  },
};

export const direct: readonly Scenario[] = [
  directAnswered,
  callerHungUp,
  rangOutNoAnswer,
  rangOutAllottedTimeout,
  declined603,
  declined486,
  busyWithoutRing,
  phoneOffline,
  withheldCaller,
  internalLocal,
  internalMailbox,
];
