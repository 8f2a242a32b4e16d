import type { Direction, Leg, Outcome, Us } from '../../../shared/call.ts';
import type { Call } from './call.ts';
import { type CallEvent, inReadingOrder } from './event.ts';
import { isCallerWaiting, isGroupCall } from './group.ts';
import type { Identity } from './identity.ts';
import { type CallLeg, earliest, latest, legsOf } from './legs.ts';
import { answeredByColleagues, outcomeOf, takerOf } from './outcome.ts';
import { type Overheard, overheard, spokenWith } from './overheard.ts';
import { isExtension, otherParty, personOf } from './party.ts';
import { cameFrom, transferredTo, untilHandedOver } from './transfer.ts';
import { merged, type TimeWindow, total } from './windows.ts';

/** Phones that begin to ring within this time are rung together. */
const atOnceUs: Us = 2_000_000;

/** What the events of one `ref` come to. */
export type Reduced =
  | {
      readonly kind: 'mine';
      readonly call: Call;
      /** A colleague spoke with the caller before I did: what this call tells as a colleague's. */
      readonly before: Overheard | null;
    }
  /** Other people's, so far. `ended` when nothing more is to be expected of it. */
  | { readonly kind: 'stranger'; readonly ended: boolean; readonly overheard: Overheard | null };

/**
 * Works a call out from all its events. Pure, and a function of the set: order, duplicates and batches of arrival make
 * no difference.
 *
 * @param events the events of one `ref`, in any order
 * @param me who I was while they arrived
 */
export function reduce(events: readonly CallEvent[], me: Identity): Reduced {
  const ordered = inReadingOrder(events);
  const legs = legsOf(ordered, me);
  const mine = legsThatDecide(legs);
  const clickToCall = ordered.some((event) => event.clickToCall);
  if (mine.length === 0) return { kind: 'stranger', ended: isOver(legs), overheard: overheard(legs, clickToCall) };

  const direction = directionOf(mine, clickToCall);
  const far = withPresumedEnds(direction === 'out' ? untilHandedOver(farLegs(mine), legs) : ringingLegs(mine));
  const callEndedAtUs = callEndOf(legs);
  const taker = direction === 'in' ? takerOf(far, legs) : null;
  const rings = merged(
    windows(far, 'rangAtUs', (leg) =>
      // All my phones fall silent when I answer one of them.
      earliest([leg.endedAtUs ?? taker?.answeredAtUs ?? callEndedAtUs, answeredAfter(far, leg.rangAtUs)]),
    ),
  );
  const talks = merged(windows(far, 'answeredAtUs', (leg) => leg.endedAtUs ?? callEndedAtUs));
  const over = far.every((leg) => leg.endedAtUs !== null) || callEndedAtUs !== null;
  const rangAtUs = earliest(far.map((leg) => leg.rangAtUs));
  const answeredAtUs = earliest(far.map((leg) => leg.answeredAtUs));
  // Where somebody talked, a `failed` beside it speaks of another attempt.
  const failed = answeredAtUs === null ? (ordered.findLast((event) => event.action === 'failed') ?? null) : null;
  const verdict = outcomeOf({ direction, mine: far, taker, over, failed, lineCause: lineCauseOf(legs) });
  const done = verdict.outcome !== 'in-progress';
  const party = otherParty(direction, [...far, ...legs]);
  const internal = isExtension(party.e164 ?? party.number);
  const domain = legs.find((leg) => leg.domain !== null)?.domain ?? null;
  const extension = myExtension(direction, far);
  const endedAtUs = done ? latest(far.map((leg) => leg.endedAtUs ?? callEndedAtUs)) : null;
  const tookAtUs = isTaken(verdict.outcome) ? (taker?.answeredAtUs ?? endedAtUs) : null;
  // A colleague may have spoken with the caller before it rang me.
  const [had = null] = direction === 'in' ? answeredByColleagues(legs).sort(byAnswer) : [];
  const contactAtUs = answeredAtUs ?? tookAtUs ?? had?.answeredAtUs ?? null;
  const person = personOf(party, domain);

  return {
    kind: 'mine',
    before: person === null || had === null || had.answeredAtUs === contactAtUs ? null : spokenWith(person, had),
    call: {
      ref: ordered[0]?.ref ?? '',
      direction,
      internal,
      ...verdict,
      ...party,
      person,
      domain,
      extension,
      called: dialled(direction, far, legs),
      startedAtUs: earliest(legs.map((leg) => leg.startedAtUs)) ?? firstSign(ordered),
      rangAtUs,
      answeredAtUs,
      endedAtUs,
      ringUs: total(rings),
      talkUs: total(talks),
      offers: direction === 'in' ? rings.length : 0,
      group: direction === 'in' && isGroupCall(far, legs),
      cameFrom: direction === 'in' ? cameFrom(far, legs) : null,
      transferredTo: transferredTo(direction === 'in' ? far : mine, legs),
      contactAtUs,
      contactBy:
        direction === 'out' && answeredAtUs !== null ? extension : (verdict.answeredBy ?? had?.dialedUser ?? null),
      callerWaits: direction === 'in' && done && isCallerWaiting(legs, callEndedAtUs),
      recording: lastKnown(ordered, 'recording'),
      clickToCall,
      clickToCallData: lastKnown(ordered, 'clickToCallData'),
      failedReason: failed?.failedReason ?? null,
      legs: legs.map(shown),
    },
  };
}

function isTaken(outcome: Outcome): boolean {
  return outcome === 'answered-elsewhere' || outcome === 'picked-up';
}

/**
 * My legs, the most telling kind alone: a phone of mine that rang says more than a line that merely names my number.
 * Assumed: a first leg whose recipient is me counts only when nothing else does, because a mailbox answers there too.
 */
function legsThatDecide(legs: readonly CallLeg[]): CallLeg[] {
  const named = legs.filter((leg) => leg.role === 'dialled-user' || leg.role === 'caller');
  if (named.length > 0) return named;
  const recipient = legs.filter((leg) => leg.role === 'recipient');
  const phones = recipient.filter((leg) => !leg.first);
  return phones.length > 0 ? phones : recipient;
}

/**
 * In or out by who I am, not by the wire's word: queue legs may say outbound, internal calls may say anything. A leg
 * that I am calling on is out, unless one of my phones was rung by somebody else in the same call.
 */
function directionOf(mine: readonly CallLeg[], clickToCall: boolean): Direction {
  if (clickToCall) return 'out';
  return ringingLegs(mine).length > 0 ? 'in' : 'out';
}

/** My phones that somebody else rang: not a line on which I called a colleague meanwhile, to hand the call over. */
function ringingLegs(mine: readonly CallLeg[]): CallLeg[] {
  return mine.filter((leg) => leg.role !== 'caller' && !leg.callerIsMe);
}

/**
 * Of the legs of a call I made, those that ring the other side: not my own phone that click-to-call rings first, and
 * not my own line where there is another.
 */
function farLegs(mine: readonly CallLeg[]): CallLeg[] {
  const away = mine.filter((leg) => leg.role === 'caller');
  const candidates = away.length > 0 ? away : [...mine];
  const phones = candidates.filter((leg) => !leg.first);
  return phones.length > 0 ? phones : candidates;
}

function myExtension(direction: Direction, mine: readonly CallLeg[]): string {
  const best = mine.find((leg) => leg.answeredAtUs !== null) ?? mine.find((leg) => leg.rangAtUs !== null) ?? mine[0];
  const number = direction === 'out' && best?.callerIsMe ? best.ani : (best?.dialedUser ?? best?.recipient);
  return number ?? '';
}

/** The number the caller dialled: on my own calls what I rang, on others the company's number that the first leg tells. */
function dialled(direction: Direction, far: readonly CallLeg[], legs: readonly CallLeg[]): string | null {
  const told = direction === 'out' ? far : [...legs.filter((leg) => leg.first), ...far];
  return told.find((leg) => leg.recipient !== null)?.recipient ?? null;
}

/**
 * When the whole call ended: its first leg hung up. A leg that ends by a transfer leaves the call going, and a `failed`
 * beside legs that rang speaks of another attempt.
 */
function callEndOf(legs: readonly CallLeg[]): Us | null {
  const first = legs.find((leg) => leg.first);
  if (first === undefined || first.cause === null || /_TRANSFER$/i.test(first.cause)) return null;
  return first.failed && legs.length > 1 ? null : first.endedAtUs;
}

function byAnswer(a: CallLeg, b: CallLeg): number {
  return (a.answeredAtUs ?? 0) - (b.answeredAtUs ?? 0);
}

function lineCauseOf(legs: readonly CallLeg[]): string | null {
  const line = legs.find((leg) => leg.first);
  return line === undefined || line.failed ? null : line.cause;
}

function isOver(legs: readonly CallLeg[]): boolean {
  return callEndOf(legs) !== null || legs.every((leg) => leg.endedAtUs !== null);
}

/**
 * Assumed: a phone of mine whose end got lost stopped ringing when I answered another one, or when I was offered the call
 * anew. The PBX loses some hang-ups, and no call goes on for the sake of a phone that rings no more.
 */
function withPresumedEnds(far: readonly CallLeg[]): CallLeg[] {
  return far.map((leg) => {
    if (leg.endedAtUs !== null || leg.answeredAtUs !== null || leg.rangAtUs === null) return leg;
    const { rangAtUs } = leg;
    // A moment before, so that it counts as a ring of its own.
    const offeredAgainAtUs = far.flatMap((other) =>
      other.rangAtUs !== null && other.rangAtUs > rangAtUs + atOnceUs ? [other.rangAtUs - 1] : [],
    );
    return { ...leg, endedAtUs: earliest([answeredAfter(far, rangAtUs), ...offeredAgainAtUs]) };
  });
}

function answeredAfter(far: readonly CallLeg[], us: Us | null): Us | null {
  return earliest(far.map((leg) => leg.answeredAtUs).filter((atUs) => atUs !== null && us !== null && atUs >= us));
}

function windows(
  legs: readonly CallLeg[],
  from: 'rangAtUs' | 'answeredAtUs',
  to: (leg: CallLeg) => Us | null,
): TimeWindow[] {
  return legs.flatMap((leg) => {
    const fromUs = leg[from];
    return fromUs === null ? [] : [{ fromUs, toUs: to(leg) ?? Infinity }];
  });
}

function firstSign(ordered: readonly CallEvent[]): Us {
  return (
    earliest(ordered.flatMap((event) => [event.rangAtUs, event.answeredAtUs, event.endedAtUs, event.sentAtUs])) ?? 0
  );
}

function lastKnown<Key extends 'recording' | 'clickToCallData'>(ordered: readonly CallEvent[], key: Key) {
  return ordered.findLast((event) => event[key] !== null)?.[key] ?? null;
}

function shown(leg: CallLeg): Leg {
  return {
    channel: leg.channel,
    extension: leg.dialedUser,
    mine: leg.role !== null,
    startedAtUs: leg.startedAtUs,
    rangAtUs: leg.rangAtUs,
    answeredAtUs: leg.answeredAtUs,
    endedAtUs: leg.endedAtUs,
    cause: leg.cause,
  };
}
