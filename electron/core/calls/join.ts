import type { Us } from '../../../shared/call.ts';
import type { Call } from './call.ts';
import { sameDomain } from './identity.ts';

/** A stretch of time in which a caller waited in a queue, or still waits. */
export interface Wait {
  readonly fromUs: Us;
  readonly toUs: Us | null;
}

/** A queue that offers a caller again does so within this time. */
const pauseUs: Us = 3_000_000;

/** The same where the end of the wait may have got lost. */
const lostWaitUs: Us = 60_000_000;

/** The times of two legs of the PBX differ by so much at the most where one ends because of the other. */
export const slackUs: Us = 1_000_000;

/**
 * Whether a call may be one of several offers of the same caller: whoever calls me again by themselves is put through
 * anew, not offered by a queue. Withheld callers may be anybody.
 */
export function mayBeOffer(call: Call): boolean {
  return call.group && call.direction === 'in' && call.person !== null && call.rangAtUs !== null;
}

/**
 * Sorts calls of one person into groups, each in order: an offer and those by which a queue offered me the same caller
 * again, under a `ref` of its own each time. A function of the set.
 *
 * Two lines of one company show the same number, so calls that ring at the same time are never one: an offer follows
 * the end of the one before, within three seconds, or while the caller is known to wait.
 */
export function joinOffers(calls: readonly Call[], waits: readonly Wait[]): Call[][] {
  const groups: Call[][] = [];
  for (const call of [...calls].sort(byRing)) {
    const before = groups.findLast((group) => {
      const last = group.at(-1);
      return last !== undefined && isOfferedAgain(last, call, waits);
    });
    if (before === undefined) groups.push([call]);
    else before.push(call);
  }
  return groups;
}

function isOfferedAgain(before: Call, after: Call, waits: readonly Wait[]): boolean {
  const { rangAtUs: first, endedAtUs: end } = before;
  const { rangAtUs: second } = after;
  if (first === null || second === null || second <= first) return false;
  // An offer that has a line of its own is of another caller, not of the one who waits.
  if (waitOf(after) !== null || !isLeftWaiting(before) || !sameHouse(before, after)) return false;
  if (end !== null && second < end - slackUs) return false;
  if (end !== null && second - end <= pauseUs) return true;
  return waits.some(({ fromUs, toUs }) => {
    // A wait of which nobody has told the end may be long over.
    const untilUs = toUs ?? (end ?? first) + lostWaitUs;
    return first >= fromUs - slackUs && second <= untilUs + slackUs;
  });
}

/** Nobody took the call, so that the caller may still be there. */
function isLeftWaiting({ outcome, answeredAtUs }: Call): boolean {
  return answeredAtUs === null && outcome !== 'answered-elsewhere' && outcome !== 'picked-up';
}

function sameHouse({ domain: a }: Call, { domain: b }: Call): boolean {
  return a === null || b === null || sameDomain(a, b);
}

function byRing(a: Call, b: Call): number {
  return (a.rangAtUs ?? 0) - (b.rangAtUs ?? 0) || (a.ref < b.ref ? -1 : 1);
}

/** One call made of a group in order: begun with the first offer, and come to what the last one came to. */
export function joined(group: readonly [Call, ...Call[]]): Call {
  const [first] = group;
  const last = group.at(-1) ?? first;
  if (last === first) return first;
  return {
    ...last,
    ref: first.ref,
    called: first.called ?? last.called,
    startedAtUs: first.startedAtUs,
    rangAtUs: first.rangAtUs,
    ringUs: last.ringUs === null ? null : group.reduce((sum, call) => sum + ringOf(call, group), 0),
    offers: group.reduce((sum, call) => sum + call.offers, 0),
    group: true,
    recording: group.findLast((call) => call.recording !== null)?.recording ?? null,
    cameFrom: group.find((call) => call.cameFrom !== null)?.cameFrom ?? null,
    legs: group.flatMap((call) => call.legs),
  };
}

/** How long an offer rang; where its end got lost, until the next offer began. */
function ringOf(call: Call, group: readonly Call[]): Us {
  if (call.ringUs !== null) return call.ringUs;
  const next = group[group.indexOf(call) + 1];
  return Math.max(0, (next?.rangAtUs ?? 0) - (call.rangAtUs ?? 0));
}

/** The stretch in which a call of mine shows its caller waiting: while nobody has taken it. */
export function waitOf(call: Call): Wait | null {
  const line = call.legs.find((leg) => leg.channel === call.ref && !leg.mine);
  if (line === undefined || line.startedAtUs === null) return null;
  const takenAtUs = call.legs.flatMap((leg) => (leg === line || leg.answeredAtUs === null ? [] : [leg.answeredAtUs]));
  const toUs = Math.min(line.endedAtUs ?? Infinity, ...takenAtUs);
  return { fromUs: line.startedAtUs, toUs: toUs === Infinity ? null : toUs };
}
