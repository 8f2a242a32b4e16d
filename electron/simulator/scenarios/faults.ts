import type { Us } from '../../../shared/call.ts';
import { deliveriesOf, inOrder, sentAt } from '../delivery.ts';
import { incoming, type Scenario } from '../scenario.ts';
import { createStage, customerCall, type Desk, firstLeg, phoneLeg } from '../stage.ts';
import { callerHungUp, directAnswered } from './direct.ts';

/** What goes wrong between the PBX and here: events that are lost, late, doubled or out of order. */

const hangupNeverComes: Scenario = {
  name: 'hangup-never-comes',
  says: 'A customer calls you, and the end of the call is never told.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    return {
      deliveries: deliveriesOf(stage.startUs, [
        firstLeg(stage, call, {}),
        phoneLeg(stage, call, stage.extension, { ring: 1 }),
      ]),
      expected: [incoming(call, { outcome: 'unfinished' })],
    };
  },
};

const reverseOrder: Scenario = {
  name: 'reverse-order',
  says: 'An answered call of a moment ago, told from its end to its beginning.',
  play(desk) {
    const { deliveries, expected } = directAnswered.play(earlier(desk, 25_000_000));
    return { deliveries: deliveries.toReversed().map((one, index) => sentAt(index * 400, one)), expected };
  },
};

const everyEventTwice: Scenario = {
  name: 'every-event-twice',
  says: 'An answered call, every event of it sent twice.',
  play(desk) {
    const { deliveries, expected } = directAnswered.play(desk);
    return { deliveries: inOrder(deliveries.flatMap((one) => [one, sentAt(one.atMs + 40, one)])), expected };
  },
};

/** As after a machine slept. The events' own times are old, so that no speed makes them younger. */
const ringFiveMinutesLate: Scenario = {
  name: 'ring-five-minutes-late',
  says: 'A missed call reaches you five minutes after it happened.',
  play: (desk) => callerHungUp.play(earlier(desk, 300_000_000)),
};

function earlier(desk: Desk, byUs: Us): Desk {
  return { ...desk, startUs: desk.startUs - byUs };
}

export const faults: readonly Scenario[] = [hangupNeverComes, reverseOrder, everyEventTwice, ringFiveMinutesLate];
