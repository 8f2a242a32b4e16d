import type { Leg, Us } from '../../../shared/call.ts';
import type { Why } from '../../../shared/why.ts';
import type { Call } from './call.ts';

/** A colleague who takes over within this time had been rung together with me, not after me. */
const atOnceUs: Us = 1_000_000;

/** Says in one sentence why a call has its outcome, from the call and the legs behind it. */
export function whyOf(call: Call): Why {
  const ring = call.ringUs === null ? {} : { ringUs: call.ringUs };
  const talk = call.talkUs === null ? {} : { talkUs: call.talkUs };
  const rang = call.rangAtUs !== null;
  switch (call.outcome) {
    case 'answered': {
      const dropped = call.reason === 'line-dropped';
      if (call.direction === 'out') return { message: dropped ? 'reachedThenDropped' : 'reached', ...ring, ...talk };
      if (dropped) return { message: 'answeredThenDropped', ...ring, ...talk };
      if (call.cameFrom !== null) return { message: 'cameFrom', by: call.cameFrom, ...talk };
      return { message: rang ? 'answered' : 'answeredAtOnce', ...ring, ...talk };
    }
    case 'transferred':
      return call.transferredTo === null
        ? { message: 'transferred', ...talk }
        : { message: 'transferredTo', by: call.transferredTo, ...talk };
    case 'answered-elsewhere':
      return { ...takenBy(call), ...ring };
    case 'picked-up':
      return { message: 'pickedUp', ...ring };
    case 'declined':
      return { message: 'declined', ...ring };
    case 'busy':
      return { message: call.direction === 'in' ? 'busy' : 'theirLineBusy' };
    case 'unreachable':
      return { message: 'phoneOffline' };
    case 'missed':
      return missed(call, ring);
    case 'cancelled':
      return { message: 'cancelled' };
    case 'no-answer':
      return { message: 'noAnswer', ...ring };
    case 'rejected':
      return { message: 'rejected', ...ring };
    case 'wrong-number':
      return { message: 'noRoute' };
    case 'not-permitted':
      return { message: 'barred' };
    case 'failed':
      return failed(call);
    case 'in-progress':
      return { message: call.reason === 'talking' ? 'talking' : rang ? 'ringing' : 'dialling' };
    case 'unfinished':
      return { message: 'unfinished' };
  }
}

function takenBy(call: Call): Why {
  const { answeredBy } = call;
  if (answeredBy === null) return { message: 'takenBySomebody' };
  const tookAtUs = call.legs.find((leg) => !leg.mine && leg.extension === answeredBy)?.answeredAtUs ?? null;
  const leftMeAtUs = lastEnd(call.legs);
  const afterUs = tookAtUs === null || leftMeAtUs === null ? 0 : tookAtUs - leftMeAtUs;
  return afterUs > atOnceUs
    ? { message: 'takenByLater', by: answeredBy, afterUs }
    : { message: 'takenBy', by: answeredBy };
}

function missed(call: Call, ring: Partial<Why>): Why {
  const rang = call.rangAtUs !== null;
  if (call.reason === 'caller-hung-up') return { message: rang ? 'callerHungUp' : 'callerHungUpBeforeRing', ...ring };
  if (!rang) return { message: 'endedBeforeRing' };
  if (call.reason !== 'rang-out') return { message: 'endedWhileRinging', ...ring };
  return { message: callerStillWaits(call.legs) ? 'rangOutStillWaiting' : 'rangOut', ...ring };
}

function failed(call: Call): Why {
  return { message: 'network', cause: call.failedReason ?? call.cause ?? 'unknown' };
}

/** Assumed: a hunt group rings the next phone while the caller waits; some other phone still rings then. */
function callerStillWaits(legs: readonly Leg[]): boolean {
  return legs.some((leg) => !leg.mine && leg.extension !== null && leg.rangAtUs !== null && leg.endedAtUs === null);
}

function lastEnd(legs: readonly Leg[]): Us | null {
  const ends = legs.flatMap((leg) => (leg.mine && leg.endedAtUs !== null ? [leg.endedAtUs] : []));
  return ends.length === 0 ? null : Math.max(...ends);
}
