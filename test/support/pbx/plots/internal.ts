import * as fc from 'fast-check';

import { channelOf, line, phone } from '../leg.ts';
import { callInside, colleagues, me, span, spoke } from '../people.ts';
import { incoming, outgoing, type Plot } from '../truth.ts';

/** One extension calls another. */
export const internal = fc
  .record({
    ends: fc.shuffledSubarray([me, ...colleagues], { minLength: 2, maxLength: 2 }),
    ring: span,
    talk: fc.option(span, { nil: null }),
    cause: fc.constantFrom('NO_ANSWER', 'CALL_REJECTED', 'ORIGINATOR_CANCEL'),
  })
  .map(({ ends: [from = me, to = me], ring, talk, cause }): Plot => (stage) => {
    const call = callInside(stage, from, to);
    const stop = 700 + ring;
    const course =
      talk === null
        ? { start: 300, ring: 700, end: stop, cause }
        : { start: 300, ring: 700, answer: stop, end: stop + talk, cause: 'NORMAL_CLEARING' };
    const facts = {
      refs: [call.ref],
      ringMs: ring,
      talkMs: talk,
      answeredBy: talk === null ? null : to,
      toldBy: [channelOf(call, to, course)],
    } as const;
    const asCalled = {
      NO_ANSWER: { outcome: 'missed', reason: 'rang-out', missedAtUs: call.startUs },
      CALL_REJECTED: { outcome: 'declined' },
      ORIGINATOR_CANCEL: { outcome: 'missed', reason: 'caller-hung-up', missedAtUs: call.startUs },
    } as const;
    const asCaller = { NO_ANSWER: 'no-answer', CALL_REJECTED: 'rejected', ORIGINATOR_CANCEL: 'cancelled' } as const;
    const rows = {
      called: () =>
        incoming({ ...facts, party: from, ...(talk === null ? asCalled[cause] : { outcome: 'answered' as const }) }),
      caller: () => outgoing({ ...facts, party: to, outcome: talk === null ? asCaller[cause] : 'answered' }),
    };
    return {
      sent: [...line(call, { end: course.end, cause: course.cause }), ...phone(call, to, course)],
      rows: to === me ? [rows.called()] : from === me ? [rows.caller()] : [],
      // What colleagues say to each other settles nothing of mine.
      contacts:
        talk === null
          ? []
          : spoke(to === me ? from : to, call.startUs + stop * 1000, me).filter(() => [from, to].includes(me)),
    };
  });
