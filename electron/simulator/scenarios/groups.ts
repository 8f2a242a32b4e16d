import { type Delivery, deliveriesOf, inOrder, sentAt } from '../delivery.ts';
import { inside } from '../numbers.ts';
import { type ExpectedCall, incoming, ringing, type Scenario, taken } from '../scenario.ts';
import { createStage, customerCall, type Desk, firstLeg, phoneLeg } from '../stage.ts';
import type { WireLeg } from '../wire.ts';

/** Calls that ring several phones: groups of colleagues, and two phones of mine. */

const colleagueAnswers: Scenario = {
  name: 'ring-group-colleague-answers',
  says: 'You and two colleagues ring at once; a colleague is faster.',
  play(desk) {
    const { deliveries, expected } = lostRace(desk);
    return { deliveries, expected };
  },
};

/** The order in which it really comes: the losers' hang-ups overtake the winner's answer. */
const loseRaceFirst: Scenario = {
  name: 'ring-group-lose-race-first',
  says: 'The same, but you hear that you lost before you hear who won.',
  play(desk) {
    const { deliveries, expected, winner } = lostRace(desk);
    const late = (one: Delivery) => one.channel === winner && one.action === 'answer';
    return {
      deliveries: inOrder(deliveries.map((one) => (late(one) ? sentAt(one.atMs + 1500, one) : one))),
      expected,
    };
  },
};

function lostRace(desk: Desk): { deliveries: Delivery[]; expected: ExpectedCall[]; winner: string } {
  const stage = createStage(desk);
  const call = customerCall(stage);
  const lost = { ring: 1, end: 9.2, cause: 'LOSE_RACE' };
  const mine = phoneLeg(stage, call, stage.extension, lost);
  const winner = phoneLeg(stage, call, stage.colleague(0), { ring: 1, answer: 9, end: 24 });
  const other = phoneLeg(stage, call, stage.colleague(1), lost);
  return {
    deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 24 }), mine, winner, other]),
    expected: [
      incoming(call, { outcome: 'answered-elsewhere', answeredBy: winner.dialedUser, ringSeconds: ringing(mine) }),
    ],
    winner: winner.channel,
  };
}

/** These legs carry no `dialed_user`: the recipient alone says whose phone rings. */
const nobodyAnswers: Scenario = {
  name: 'ring-group-nobody',
  says: 'You and a colleague ring at once; nobody answers.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const phone = (extension: string): WireLeg => {
      const leg = phoneLeg(stage, call, '', { ring: 1, end: 21, cause: 'ALLOTTED_TIMEOUT' });
      return { ...leg, call: { ...call, recipient: inside(extension) } };
    };
    const mine = phone(stage.extension);
    const other = phone(stage.colleague(0));
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 21.5, cause: 'NO_ANSWER' }), mine, other]),
      expected: [incoming(call, { outcome: 'missed', reason: 'rang-out', ringSeconds: ringing(mine) })],
    };
  },
};

const huntGroup: Scenario = {
  name: 'hunt-group-next-answers',
  says: 'Your phone rings out, the next one rings, and a colleague answers 20 s later.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const mine = phoneLeg(stage, call, stage.extension, { ring: 1, end: 16, cause: 'ALLOTTED_TIMEOUT' });
    const next = phoneLeg(stage, call, stage.colleague(0), { ring: 17, answer: 36, end: 50 });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 50 }), mine, next]),
      expected: [
        incoming(call, { outcome: 'answered-elsewhere', answeredBy: next.dialedUser, ringSeconds: ringing(mine) }),
      ],
    };
  },
};

const twoPhones: Scenario = {
  name: 'two-phones',
  says: 'Your desk phone and your softphone ring at once; you answer one.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const answered = phoneLeg(stage, call, stage.extension, { ring: 1, answer: 7, end: 19 });
    // Rings from a little earlier than the phone that is answered, and is told to stop a little later.
    const silenced = phoneLeg(stage, call, stage.extension, { ring: 0.8, end: 7.2, cause: 'LOSE_RACE' });
    const untilAnswered = { ...silenced, endUs: answered.answerUs };
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 19 }), answered, silenced]),
      expected: [incoming(call, { outcome: 'answered', ...taken(answered), ringSeconds: ringing(untilAnswered) })],
    };
  },
};

/** Whoever picks up does so with a call of their own, so this call never says who it was. */
const pickedUp: Scenario = {
  name: 'picked-up',
  says: 'A colleague picks your ringing call up from their own phone.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, end: 8, cause: 'PICKED_OFF' });
    return {
      deliveries: deliveriesOf(stage.startUs, [firstLeg(stage, call, { end: 22 }), phone]),
      expected: [incoming(call, { outcome: 'picked-up', ringSeconds: ringing(phone) })],
    };
  },
};

export const groups: readonly Scenario[] = [
  colleagueAnswers,
  loseRaceFirst,
  nobodyAnswers,
  huntGroup,
  twoPhones,
  pickedUp,
];
