import { deliveriesOf } from '../delivery.ts';
import { incoming, ringing, type Scenario, taken } from '../scenario.ts';
import { type Course, createStage, customerCall, firstLeg, phoneLeg, type Stage } from '../stage.ts';
import type { WireCall, WireLeg } from '../wire.ts';

/** Call centre queues: the queue itself answers the caller, then offers the call to agents. */

/** What a queue says of an agent's phone: dialled by the PBX, hence outbound, and of no originating leg. */
function offer(stage: Stage, call: WireCall, course: Course): WireLeg {
  const leg = phoneLeg(stage, { ...call, direction: 'outbound' }, stage.extension, course);
  return { ...leg, originatingLeg: '' };
}

const noOriginatingLeg: Scenario = {
  name: 'queue-no-originating-leg',
  says: 'A queue puts a waiting customer through to you; you answer.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const phone = offer(stage, call, { ring: 4, answer: 9, end: 22 });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { answer: 1, end: 22 }), phone]),
      expected: [incoming(call, { outcome: 'answered', ...taken(phone) })],
    };
  },
};

/** Every offer comes under a `ref` of its own, two seconds after the last one ended. */
const ringsThreeTimes: Scenario = {
  name: 'queue-rings-three-times',
  says: 'A queue offers you the same customer three times; you answer the third.',
  play(desk) {
    const stage = createStage(desk);
    const waiting = customerCall(stage);
    const again = () => ({ ...waiting, ref: stage.uuid() });
    const first = offer(stage, again(), { ring: 3, end: 13, cause: 'NO_ANSWER' });
    const second = offer(stage, again(), { ring: 15, end: 25, cause: 'NO_ANSWER' });
    const third = offer(stage, again(), { ring: 27, answer: 31, end: 45 });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, waiting, { answer: 1, end: 45 }), first, second, third]),
      expected: [
        incoming(first.call, {
          outcome: 'answered',
          ...taken(third),
          ringSeconds: ringing(first) + ringing(second) + ringing(third),
          offers: 3,
          joined: true,
        }),
      ],
    };
  },
};

/** A cancelled call centre call is also told as `failed`; that says nothing about my phone. */
const callerGivesUp: Scenario = {
  name: 'queue-caller-gives-up',
  says: 'A queue rings you twice; the customer gives up waiting.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const first = offer(stage, call, { ring: 3, end: 13, cause: 'ALLOTTED_TIMEOUT' });
    const second = offer(stage, call, { ring: 15, end: 20, cause: 'ORIGINATOR_CANCEL' });
    const line = firstLeg(stage, call, { answer: 1, end: 20, cause: 'ORIGINATOR_CANCEL' });
    const failed = {
      call,
      startUs: line.startUs,
      endUs: stage.at(20.2),
      cause: 'ORIGINATOR_CANCEL',
      reason: 'CANCEL',
    };
    return {
      deliveries: deliveriesOf(stage.startUs, [line, first, second], [failed]),
      expected: [
        incoming(call, {
          outcome: 'missed',
          reason: 'caller-hung-up',
          ringSeconds: ringing(first) + ringing(second),
          offers: 2,
        }),
      ],
    };
  },
};

export const queues: readonly Scenario[] = [noOriginatingLeg, ringsThreeTimes, callerGivesUp];
