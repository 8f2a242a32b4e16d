import type { Call } from '../../electron/core/calls/call.ts';
import type { Random } from '../../electron/simulator/random.ts';
import type { Leg, Outcome, Reason, Us } from '../../shared/call.ts';
import { type HugeParty, hugeDomain } from './hugeParties.ts';

interface Ending {
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly cause: string | null;
  /** Somebody answered: me, a colleague or the one I called. */
  readonly talk: 'me' | 'colleague' | null;
  readonly share: number;
}

const incoming: readonly Ending[] = [
  { outcome: 'answered', reason: null, cause: 'NORMAL_CLEARING', talk: 'me', share: 60 },
  { outcome: 'transferred', reason: null, cause: 'ATTENDED_TRANSFER', talk: 'me', share: 4 },
  { outcome: 'answered-elsewhere', reason: null, cause: 'LOSE_RACE', talk: 'colleague', share: 14 },
  { outcome: 'picked-up', reason: null, cause: 'PICKED_OFF', talk: 'colleague', share: 1 },
  { outcome: 'declined', reason: null, cause: 'CALL_REJECTED', talk: null, share: 2 },
  { outcome: 'busy', reason: null, cause: 'USER_BUSY', talk: null, share: 2 },
  { outcome: 'unreachable', reason: 'phone-offline', cause: 'USER_NOT_REGISTERED', talk: null, share: 1 },
  { outcome: 'missed', reason: 'caller-hung-up', cause: 'ORIGINATOR_CANCEL', talk: null, share: 10 },
  { outcome: 'missed', reason: 'rang-out', cause: 'NO_ANSWER', talk: null, share: 5.8 },
  { outcome: 'unfinished', reason: 'talking', cause: null, talk: 'me', share: 0.2 },
];

const outgoing: readonly Ending[] = [
  { outcome: 'answered', reason: null, cause: 'NORMAL_CLEARING', talk: 'me', share: 68 },
  { outcome: 'no-answer', reason: 'rang-out', cause: 'NO_ANSWER', talk: null, share: 12 },
  { outcome: 'cancelled', reason: null, cause: 'ORIGINATOR_CANCEL', talk: null, share: 8 },
  { outcome: 'busy', reason: null, cause: 'USER_BUSY', talk: null, share: 5 },
  { outcome: 'rejected', reason: null, cause: 'CALL_REJECTED', talk: null, share: 3 },
  { outcome: 'wrong-number', reason: null, cause: 'UNALLOCATED_NUMBER', talk: null, share: 2 },
  { outcome: 'not-permitted', reason: 'barred', cause: 'OUTGOING_CALL_BARRED', talk: null, share: 1 },
  { outcome: 'failed', reason: 'no-route', cause: 'NO_ROUTE_DESTINATION', talk: null, share: 1 },
];

const me = '1002';
const company = '+35722000000';
const queues = ['600', '601', '610'];

/** A call as an office has them; `party` null for a withheld caller. */
export function hugeCall(about: {
  readonly ref: string;
  readonly startedAtUs: Us;
  readonly party: HugeParty | null;
  readonly random: Random;
}): Call {
  const { ref, startedAtUs, party, random } = about;
  const direction = party === null || random.chance(0.62) ? 'in' : 'out';
  const ending = pickOne(direction === 'in' ? incoming : outgoing, random);
  const internal = party?.internal ?? false;
  const group = direction === 'in' && !internal && (ending.talk === 'colleague' || random.chance(0.4));
  const seconds = (from: number, to: number) => Math.floor(random.between(from, to) * 1_000_000);
  const rangAtUs = startedAtUs + seconds(0.2, 2);
  const ringUs = seconds(2, 28);
  // Few talks are long.
  const talkUs = ending.talk === null ? null : Math.floor(seconds(8, 60) / random.between(0.02, 1));
  const answeredAtUs = talkUs === null ? null : rangAtUs + ringUs;
  const isOver = ending.outcome !== 'unfinished';
  const colleague = String(1003 + Math.floor(random.between(0, 8)));
  const answeredBy = ending.talk === 'colleague' ? colleague : direction === 'in' && ending.talk === 'me' ? me : null;
  const mine: Leg = {
    channel: `${ref.slice(0, 24)}ffffffffffff`,
    extension: me,
    mine: true,
    startedAtUs,
    rangAtUs,
    answeredAtUs: ending.talk === 'me' ? answeredAtUs : null,
    endedAtUs: isOver ? rangAtUs + ringUs + (ending.talk === 'me' ? (talkUs ?? 0) : 0) : null,
    cause: ending.cause,
  };
  return {
    ref,
    direction,
    internal,
    outcome: ending.outcome,
    reason: ending.reason,
    cause: ending.cause,
    number: party?.number ?? null,
    e164: party?.e164 ?? null,
    person: party?.person ?? null,
    domain: hugeDomain,
    extension: me,
    called: direction === 'out' ? (party?.number ?? null) : group ? random.pick(queues) : internal ? me : company,
    answeredBy,
    startedAtUs,
    rangAtUs,
    answeredAtUs: ending.talk === 'me' ? answeredAtUs : null,
    endedAtUs: mine.endedAtUs,
    ringUs,
    talkUs: ending.talk === 'me' && isOver ? talkUs : null,
    offers: group && random.chance(0.1) ? 2 : 1,
    group,
    cameFrom: null,
    transferredTo: ending.outcome === 'transferred' ? colleague : null,
    contactAtUs: answeredAtUs,
    contactBy: answeredAtUs === null ? null : (answeredBy ?? me),
    callerWaits: false,
    recording: ending.talk === 'me' && random.chance(0.31) ? `archive/${ref}.wav` : null,
    clickToCall: direction === 'out' && random.chance(0.1),
    clickToCallData: null,
    failedReason: null,
    legs: [mine],
  };
}

function pickOne(endings: readonly Ending[], random: Random): Ending {
  let left = random.between(
    0,
    endings.reduce((sum, { share }) => sum + share, 0),
  );
  for (const ending of endings) {
    left -= ending.share;
    if (left < 0) return ending;
  }
  return random.pick(endings);
}
