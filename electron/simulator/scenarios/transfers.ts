import { deliveriesOf } from '../delivery.ts';
import { incoming, type Scenario, taken } from '../scenario.ts';
import { callInside, createStage, customerCall, firstLeg, phoneLeg } from '../stage.ts';

/** Calls that go from phone to phone. */

const blindTransferAway: Scenario = {
  name: 'blind-transfer-away',
  says: 'You answer a customer and hand the call over unannounced.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const mine = phoneLeg(stage, call, stage.extension, { ring: 1, answer: 6, end: 16, cause: 'BLIND_TRANSFER' });
    const next = phoneLeg(stage, call, stage.colleague(0), { ring: 17, answer: 21, end: 33 });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 33 }), mine, next]),
      expected: [incoming(call, { outcome: 'transferred', ...taken(mine) })],
    };
  },
};

/**
 * A colleague has the customer on the line, asks me in a call of their own, and steps out. The PBX does not say that the
 * customer takes the colleague's place, so my call stays one with the colleague.
 */
const attendedTransferToMe: Scenario = {
  name: 'attended-transfer-to-me',
  says: 'A colleague asks whether you take a customer, and puts them through.',
  play(desk) {
    const stage = createStage(desk);
    const colleague = stage.colleague(0);
    const handedOver = { end: 22, cause: 'ATTENDED_TRANSFER' };
    const fromCustomer = customerCall(stage);
    const consultation = callInside(stage, colleague, stage.extension);
    const phone = phoneLeg(stage, consultation, stage.extension, { ring: 11, answer: 15, end: 36 });
    return {
      deliveries: deliveriesOf(stage.startUs, [
        firstLeg(stage, fromCustomer, { end: 36 }),
        phoneLeg(stage, fromCustomer, colleague, { ring: 1, answer: 5, ...handedOver }),
        firstLeg(stage, consultation, handedOver, 10),
        phone,
      ]),
      expected: [
        incoming(consultation, {
          outcome: 'answered',
          internal: true,
          ...taken(phone),
        }),
      ],
    };
  },
};

export const transfers: readonly Scenario[] = [blindTransferAway, attendedTransferToMe];
