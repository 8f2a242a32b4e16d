import * as fc from 'fast-check';

import { channelOf, line, offer, type PbxCall } from '../leg.ts';
import { caller, colleagues, customerCall, me, spoke } from '../people.ts';
import { incoming, type Plot, type Row, type Stage } from '../truth.ts';

/** A call centre queue: the caller waits, and agents are offered the call one after another. */

const turn = fc.record({
  to: fc.oneof({ weight: 3, arbitrary: fc.constant(me) }, { weight: 1, arbitrary: fc.constantFrom(...colleagues) }),
  ring: fc.integer({ min: 1000, max: 12_000 }),
  /** Until the next offer: within the three seconds in which the log knows the caller again by itself, or not. */
  pause: fc.oneof(fc.integer({ min: 300, max: 2700 }), fc.integer({ min: 5000, max: 14_000 })),
});

/** `one-call`: every offer is a leg of the caller's call. `told` and `untold`: each has a `ref` of its own, and of the
 * caller's own waiting line we hear, or never do. */
const shape = fc.constantFrom('one-call', 'told', 'untold');

export const queue = fc
  .record({
    customer: caller,
    turns: fc.array(turn, { minLength: 1, maxLength: 5 }),
    last: fc.constantFrom('answers', 'gives-up', 'rings-out'),
    talk: fc.integer({ min: 1000, max: 40_000 }),
    shape,
  })
  .map(({ customer, turns, last, talk, shape: kind }): Plot => (stage) => {
    const waiting = customerCall(stage, customer);
    let now = 2000;
    const offers = turns.map(({ to, ring, pause }, index): Offer => {
      const begin = now;
      const stop = begin + ring;
      now = stop + pause;
      const isLast = index === turns.length - 1;
      const takes = isLast && last === 'answers';
      const cause = isLast && last === 'gives-up' ? 'ORIGINATOR_CANCEL' : 'NO_ANSWER';
      const call = kind === 'one-call' ? waiting : offerCall(stage, waiting, index);
      const times = { start: begin - 200, ring: begin };
      const course = takes ? { ...times, answer: stop, end: stop + talk } : { ...times, end: stop, cause };
      return { to, call, course, takes, begin, stop, cause, talk: takes ? talk : null };
    });
    const final = offers.at(-1);
    const over = final === undefined ? 2000 : final.course.end;
    return {
      sent: [
        // The queue itself answers at once: no contact with anybody.
        ...(kind === 'untold' ? [] : line(waiting, { answer: 1000, end: over })),
        ...offers.flatMap(({ to, call, course }) => offer(call, to, course)),
      ],
      rows: rowsOf(
        customer.party,
        offers.filter(({ to }) => to === me),
        kind,
        final,
      ),
      contacts: final?.takes ? spoke(customer.party, waiting.startUs + final.stop * 1000, final.to) : [],
    };
  });

interface Offer {
  readonly to: string;
  readonly call: PbxCall;
  readonly course: { readonly start: number; readonly ring: number; readonly end: number; readonly cause?: string };
  readonly takes: boolean;
  readonly begin: number;
  readonly stop: number;
  readonly cause: string;
  readonly talk: number | null;
}

/** The courses of all offers count from the beginning of the wait. */
function offerCall(stage: Stage, waiting: PbxCall, index: number): PbxCall {
  return { ...waiting, ref: `${stage.name}-${index}` };
}

/** Offers become one row while it is known that the same caller still waits; somebody who hides may be anybody. */
function rowsOf(
  party: string | null,
  mine: readonly Offer[],
  kind: 'one-call' | 'told' | 'untold',
  final: Offer | undefined,
): Row[] {
  const rows: Offer[][] = [];
  for (const one of mine) {
    const before = rows.at(-1)?.at(-1);
    const isSame =
      before !== undefined &&
      (kind === 'one-call' || (party !== null && (kind === 'told' || one.begin - before.stop <= 3000)));
    if (isSame) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows.flatMap((group) => {
    const [first] = group;
    const end = group.at(-1);
    if (first === undefined || end === undefined) return [];
    const elsewhere = kind === 'one-call' && final?.takes === true && final.to !== me;
    const refs = [...new Set(group.map(({ call }) => call.ref))];
    const takenAtUs = first.call.startUs + (final?.stop ?? 0) * 1000;
    const verdict = end.takes
      ? ({ outcome: 'answered', answeredBy: me, talkMs: end.talk } as const)
      : elsewhere
        ? ({ outcome: 'answered-elsewhere', answeredBy: final.to, missedAtUs: takenAtUs } as const)
        : ({
            outcome: 'missed',
            reason: end.cause === 'ORIGINATOR_CANCEL' ? 'caller-hung-up' : 'rang-out',
            missedAtUs: first.call.startUs + (kind === 'one-call' ? 0 : first.course.start * 1000),
          } as const);
    return incoming({
      refs: [refs[0] ?? '', ...refs.slice(1)],
      party,
      ringMs: group.reduce((sum, { begin, stop }) => sum + stop - begin, 0),
      offers: group.length,
      ...verdict,
      toldBy: group.map(({ to, call, course }) => channelOf(call, to, course)),
    });
  });
}
