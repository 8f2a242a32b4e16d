import type { Random } from './random.ts';
import { type ExpectedCall, incoming, outgoing, ringing, taken } from './scenario.ts';
import { callInside, callToCustomer, customerCall, firstLeg, phoneLeg, type Stage, trunkLeg } from './stage.ts';
import type { WireCall, WireLeg } from './wire.ts';

/** An ordinary call of an office, with nothing odd about it but how it ends. */
export interface OfficeCall {
  readonly call: WireCall;
  readonly legs: readonly WireLeg[];
  /** Null when it is none of mine. */
  readonly expected: ExpectedCall | null;
}

export interface Office {
  /** Every extension of it, mine among them. */
  readonly extensions: readonly string[];
  readonly me: string;
}

/** @param stage its extension is the phone that the call is for, or that it is made from */
export function officeCall(stage: Stage, office: Office, random: Random): OfficeCall {
  const kind = random.between(0, 100);
  if (kind < 50) return directCall(stage, office, random);
  if (kind < 70) return groupCall(stage, office, random);
  if (kind < 90) return outboundCall(stage, office, random);
  return internalCall(stage, office, random);
}

function directCall(stage: Stage, { me }: Office, random: Random): OfficeCall {
  const call = customerCall(stage);
  const ending = random.pick([...answers(6), ...refusals]);
  const course = ending.course(random);
  const phone = phoneLeg(stage, call, stage.extension, course);
  return {
    call,
    legs: [firstLeg(stage, call, { end: course.end, cause: course.cause }), phone],
    expected: stage.extension === me ? incoming(call, { ...ending.facts, ...factsOf(phone) }) : null,
  };
}

/** Four phones ring at once. Three times in four somebody answers, and the others lose the race. */
function groupCall(stage: Stage, { extensions, me }: Office, random: Random): OfficeCall {
  const call = customerCall(stage);
  const from = extensions.indexOf(stage.extension);
  const members = [0, 1, 2, 3].map((step) => extensions[(from + step) % extensions.length] ?? stage.extension);
  if (random.chance(0.25)) {
    const over = { end: 1 + random.between(15, 30), cause: 'ALLOTTED_TIMEOUT' };
    const phones = members.map((extension) => phoneLeg(stage, call, extension, { ring: 1, ...over }));
    const mine = phones.find((phone) => phone.dialedUser === me);
    return {
      call,
      legs: [firstLeg(stage, call, { ...over, cause: 'NO_ANSWER' }), ...phones],
      expected: mine ? incoming(call, { outcome: 'missed', reason: 'rang-out', ringSeconds: ringing(mine) }) : null,
    };
  }
  const won = answered(random);
  const winner = phoneLeg(stage, call, random.pick(members), won);
  const lost = { ring: 1, end: won.answer + 0.2, cause: 'LOSE_RACE' };
  const losers = members
    .filter((extension) => extension !== winner.dialedUser)
    .map((extension) => phoneLeg(stage, call, extension, lost));
  const lostByMe = losers.find((phone) => phone.dialedUser === me);
  return {
    call,
    legs: [firstLeg(stage, call, { end: won.end }), winner, ...losers],
    expected:
      winner.dialedUser === me
        ? incoming(call, { outcome: 'answered', ...taken(winner) })
        : lostByMe
          ? incoming(call, {
              outcome: 'answered-elsewhere',
              answeredBy: winner.dialedUser,
              ringSeconds: ringing(lostByMe),
            })
          : null,
  };
}

function outboundCall(stage: Stage, { me }: Office, random: Random): OfficeCall {
  const call = callToCustomer(stage);
  const ending = random.pick([...answers(4), noAnswer, busy]);
  const line = trunkLeg(stage, call, ending.course(random));
  return {
    call,
    legs: [line],
    expected: stage.extension === me ? outgoing(call, { ...ending.facts, ...factsOf(line) }) : null,
  };
}

/** From the stage's phone to another of the office. */
function internalCall(stage: Stage, { extensions, me }: Office, random: Random): OfficeCall {
  const to = random.pick(extensions.filter((extension) => extension !== stage.extension));
  const call = callInside(stage, stage.extension, to);
  const course = answered(random);
  const phone = phoneLeg(stage, call, to, course);
  const facts = { outcome: 'answered', internal: true, ...taken(phone) } as const;
  return {
    call,
    legs: [firstLeg(stage, call, { end: course.end }), phone],
    expected: to === me ? incoming(call, facts) : stage.extension === me ? outgoing(call, facts) : null,
  };
}

/** A way for a call to end, and what it is called then. */
interface Ending {
  readonly facts: Pick<ExpectedCall, 'outcome' | 'reason'>;
  course(random: Random): { ring: number; answer?: number; end: number; cause: string };
}

const answers = (share: number): Ending[] =>
  Array.from({ length: share }, () => ({ facts: { outcome: 'answered', reason: null }, course: answered }));

function answered(random: Random) {
  const answer = 1 + random.between(2, 14);
  return { ring: 1, answer, end: answer + random.between(8, 180), cause: 'NORMAL_CLEARING' };
}

const refusals: readonly Ending[] = [
  unanswered({ outcome: 'missed', reason: 'caller-hung-up' }, 'ORIGINATOR_CANCEL', 3, 25),
  unanswered({ outcome: 'missed', reason: 'rang-out' }, 'NO_ANSWER', 20, 30),
  unanswered({ outcome: 'declined', reason: null }, 'CALL_REJECTED', 2, 8),
];
const noAnswer = unanswered({ outcome: 'no-answer', reason: null }, 'NO_ANSWER', 20, 40);
const busy = unanswered({ outcome: 'busy', reason: null }, 'USER_BUSY', 2, 4);

function unanswered(facts: Ending['facts'], cause: string, shortest: number, longest: number): Ending {
  return { facts, course: (random) => ({ ring: 1, end: 1 + random.between(shortest, longest), cause }) };
}

function factsOf(leg: WireLeg): Partial<ExpectedCall> {
  return leg.answerUs === null ? { ringSeconds: ringing(leg) } : taken(leg);
}
