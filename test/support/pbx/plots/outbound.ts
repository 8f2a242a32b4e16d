import * as fc from 'fast-check';

import { channelOf, failed, line, trunk } from '../leg.ts';
import { anyone, callee, callToCustomer, me, span, spoke } from '../people.ts';
import { outgoing, type Plot, type Row } from '../truth.ts';

/** Somebody of the house calls a customer. */

type Ending = Pick<Row, 'outcome' | 'reason'> & { readonly cause: string };

const unanswered: readonly Ending[] = [
  { cause: 'ORIGINATOR_CANCEL', outcome: 'cancelled', reason: null },
  { cause: 'NO_ANSWER', outcome: 'no-answer', reason: null },
  { cause: 'ALLOTTED_TIMEOUT', outcome: 'no-answer', reason: null },
  { cause: 'USER_BUSY', outcome: 'busy', reason: null },
  { cause: 'CALL_REJECTED', outcome: 'rejected', reason: null },
  { cause: 'NO_ROUTE_DESTINATION', outcome: 'wrong-number', reason: 'no-route' },
  { cause: 'UNALLOCATED_NUMBER', outcome: 'wrong-number', reason: 'no-route' },
  { cause: 'INVALID_NUMBER_FORMAT', outcome: 'wrong-number', reason: 'no-route' },
  { cause: 'OUTGOING_CALL_BARRED', outcome: 'not-permitted', reason: 'barred' },
  { cause: 'NORMAL_TEMPORARY_FAILURE', outcome: 'failed', reason: 'network' },
  { cause: 'A_CAUSE_FROM_THE_FUTURE', outcome: 'failed', reason: 'network' },
];

/** `own-line`: the caller's own line is told of as well. `click`: their own phone rings first. */
const shape = fc.constantFrom('trunk', 'own-line', 'click');

const dials = fc
  .record({
    from: anyone,
    to: callee,
    ring: fc.option(span, { nil: null }),
    talk: fc.option(span, { nil: null }),
    ending: fc.constantFrom(...unanswered),
    dropped: fc.boolean(),
    shape,
  })
  .map(({ from, to, ring, talk, ending, dropped, shape: kind }): Plot => (stage) => {
    const call = { ...callToCustomer(stage, from, to), ...(kind === 'click' && { clickToCall: true as const }) };
    const talked = ring !== null && talk !== null;
    const stop = 4000 + (ring ?? 0);
    const end = talked ? stop + talk : stop;
    const far = {
      start: kind === 'click' ? 3500 : 100,
      ...(ring !== null && { ring: 4000 }),
      ...(talked && { answer: stop }),
      end,
      cause: talked ? (dropped ? 'MEDIA_TIMEOUT' : 'NORMAL_CLEARING') : ending.cause,
    };
    const row = outgoing({
      refs: [call.ref],
      party: to.party,
      ...(talked
        ? { outcome: 'answered', reason: dropped ? 'line-dropped' : null, talkMs: talk }
        : { outcome: ending.outcome, reason: ending.reason }),
      ringMs: ring,
      toldBy: [channelOf(call, 'trunk', far)],
    });
    return {
      sent: [
        ...(kind === 'own-line' ? line(call, { answer: 50, end }) : []),
        // The own phone that rings first shows the number that is to be called.
        ...(kind === 'click' ? line({ ...call, ani: to.sent }, { ring: 500, answer: 3000, end }, from) : []),
        ...trunk(call, far),
      ],
      rows: from === me ? [row] : [],
      contacts: talked ? spoke(to.party, call.startUs + stop * 1000, from) : [],
    };
  });

/** One event alone: the PBX never got as far as a line. */
const fails = fc
  .record({
    from: anyone,
    to: callee,
    how: fc.constantFrom(
      { cause: 'NORMAL_CLEARING', why: 'NO_ROUTE', outcome: 'wrong-number', reason: 'no-route' } as const,
      { cause: 'OUTGOING_CALL_BARRED', why: 'NOT_ALLOWED', outcome: 'not-permitted', reason: 'barred' } as const,
      { cause: 'GATEWAY_DOWN', why: 'TRUNK', outcome: 'failed', reason: 'network' } as const,
    ),
  })
  .map(({ from, to, how }): Plot => (stage) => {
    const call = callToCustomer(stage, from, to);
    const { outcome, reason } = how;
    return {
      sent: [failed(call, 200, how.cause, how.why)],
      rows: from === me ? [outgoing({ refs: [call.ref], party: to.party, outcome, reason, toldBy: [] })] : [],
      contacts: [],
    };
  });

export const outbound = fc.oneof({ weight: 5, arbitrary: dials }, { weight: 1, arbitrary: fails });
