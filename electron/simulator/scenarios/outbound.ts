import { deliver, deliveriesOf } from '../delivery.ts';
import { type ExpectedCall, outgoing, ringing, type Scenario, taken } from '../scenario.ts';
import { callToCustomer, type Course, createStage, firstLeg, trunkLeg } from '../stage.ts';
import { documentedFailedBody, failedEvent } from '../wire.ts';

/** Calls that I make. */

const answered: Scenario = {
  name: 'outbound-answered',
  says: 'You call a customer, who answers.',
  play(desk) {
    const stage = createStage(desk);
    const call = callToCustomer(stage);
    const line = trunkLeg(stage, call, { ring: 3, answer: 11, end: 24 });
    return {
      deliveries: deliveriesOf(stage.startUs, [line]),
      expected: [outgoing(call, { outcome: 'answered', ...taken(line) })],
    };
  },
};

const noAnswer = unanswered(
  'outbound-no-answer',
  'You call a customer; nobody answers.',
  { ring: 3, end: 28, cause: 'NO_ANSWER' },
  { outcome: 'no-answer' },
);

/** A mobile network often rings before it says busy; on a call that I make, that is nobody declining. */
const busy = unanswered(
  'outbound-busy',
  'You call a customer; the line is busy.',
  { ring: 2, end: 4, cause: 'USER_BUSY' },
  { outcome: 'busy' },
);

const barred = unanswered(
  'outbound-barred',
  'You call a number that the PBX does not let you call.',
  { end: 1, cause: 'OUTGOING_CALL_BARRED' },
  { outcome: 'not-permitted', reason: 'barred' },
);

function unanswered(
  name: string,
  says: string,
  course: Course,
  facts: Pick<ExpectedCall, 'outcome'> & Partial<Pick<ExpectedCall, 'reason'>>,
): Scenario {
  return {
    name,
    says,
    play(desk) {
      const stage = createStage(desk);
      const call = callToCustomer(stage);
      const line = trunkLeg(stage, call, course);
      return {
        deliveries: deliveriesOf(stage.startUs, [line]),
        expected: [outgoing(call, { ...facts, ringSeconds: line.ringUs === null ? null : ringing(line) })],
      };
    },
  };
}

/** No outbound rule takes the number. Told as the documentation tells it: one event, and that one broken JSON. */
const wrongNumber: Scenario = {
  name: 'outbound-wrong-number',
  says: 'You call a number that no route leads to.',
  play(desk) {
    const stage = createStage(desk);
    const call = callToCustomer(stage);
    const failed = failedEvent({
      call,
      startUs: stage.at(0),
      endUs: stage.at(0.2),
      cause: 'NORMAL_CLEARING',
      reason: 'NO_ROUTE',
    });
    return {
      deliveries: [deliver(stage.startUs, failed, documentedFailedBody)],
      expected: [outgoing(call, { outcome: 'wrong-number', reason: 'no-route' })],
    };
  },
};

/** My own phone rings first, and I pick it up; ring and talk are about the customer's line all the same. */
const clickToCall: Scenario = {
  name: 'click-to-call',
  says: 'You click a number: your own phone rings first, then the customer is called.',
  play(desk) {
    const stage = createStage(desk);
    const call = { ...callToCustomer(stage), clickToCallData: 'ticket=4711' };
    const own = { ...firstLeg(stage, call, { ring: 1, answer: 4, end: 26 }), dialedUser: stage.extension };
    const line = trunkLeg(stage, call, { ring: 7, answer: 13, end: 26 }, 4.5);
    return {
      deliveries: deliveriesOf(stage.startUs, [own, line]),
      expected: [outgoing(call, { outcome: 'answered', ...taken(line) })],
    };
  },
};

export const outbound: readonly Scenario[] = [answered, noAnswer, busy, wrongNumber, barred, clickToCall];
