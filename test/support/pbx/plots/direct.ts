import * as fc from 'fast-check';

import { channelOf, failed, line, phone, unnamedPhone } from '../leg.ts';
import { anyone, caller, colleague, customerCall, me, span, spoke } from '../people.ts';
import { incoming, type Plot, type Row } from '../truth.ts';

/** A customer calls one extension. */

type Ending = Pick<Row, 'outcome' | 'reason'> & { readonly cause: string };

const unanswered: readonly Ending[] = [
  { cause: 'ORIGINATOR_CANCEL', outcome: 'missed', reason: 'caller-hung-up' },
  { cause: 'NO_ANSWER', outcome: 'missed', reason: 'rang-out' },
  { cause: 'ALLOTTED_TIMEOUT', outcome: 'missed', reason: 'rang-out' },
  { cause: 'CALL_REJECTED', outcome: 'declined', reason: null },
  { cause: 'DECLINE', outcome: 'declined', reason: null },
  { cause: 'USER_BUSY', outcome: 'declined', reason: null },
  { cause: 'PICKED_OFF', outcome: 'picked-up', reason: null },
  { cause: 'LOSE_RACE', outcome: 'answered-elsewhere', reason: null },
  { cause: 'NORMAL_CLEARING', outcome: 'missed', reason: null },
  { cause: 'A_CAUSE_FROM_THE_FUTURE', outcome: 'missed', reason: null },
];

const answered: readonly Ending[] = [
  { cause: 'NORMAL_CLEARING', outcome: 'answered', reason: null },
  { cause: 'MEDIA_TIMEOUT', outcome: 'answered', reason: 'line-dropped' },
  { cause: 'NETWORK_OUT_OF_ORDER', outcome: 'answered', reason: 'line-dropped' },
];

const unrung: readonly Ending[] = [
  { cause: 'USER_BUSY', outcome: 'busy', reason: null },
  { cause: 'USER_NOT_REGISTERED', outcome: 'unreachable', reason: 'phone-offline' },
  { cause: 'SUBSCRIBER_ABSENT', outcome: 'unreachable', reason: 'phone-offline' },
];
/** A `failed` event alone says it, whatever its cause. */
const offline: Ending = { cause: 'NORMAL_CLEARING', outcome: 'unreachable', reason: 'phone-offline' };

const isMissed = ({ outcome }: Ending) => outcome === 'missed' || outcome === 'busy' || outcome === 'unreachable';

/** It rings, and nobody answers. The extension may be named by the phone or by the recipient alone. */
const rings = fc
  .record({
    customer: caller,
    to: anyone,
    ring: span,
    ending: fc.constantFrom(...unanswered),
    unnamed: fc.boolean(),
    mailbox: fc.boolean(),
  })
  .map(({ customer, to, ring, ending, unnamed, mailbox }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    const course = { start: 300, ring: 700, end: 700 + ring, cause: ending.cause };
    const isTaken = ending.outcome === 'picked-up' || ending.outcome === 'answered-elsewhere';
    const lineEnd = isTaken ? 700 + ring + 20_000 : 700 + ring;
    const row = incoming({
      refs: [call.ref],
      party: customer.party,
      outcome: ending.outcome,
      reason: ending.reason,
      ringMs: ring,
      missedAtUs: isMissed(ending) ? call.startUs : null,
      toldBy: [channelOf(call, to, course)],
    });
    return {
      sent: [
        // Once it has rung out, a mailbox may answer the caller's line.
        ...(mailbox && ending.reason === 'rang-out'
          ? line(call, { answer: 900 + ring, end: 20_000 + ring }, '8000')
          : line(call, { end: lineEnd, cause: isTaken ? 'NORMAL_CLEARING' : ending.cause })),
        ...(unnamed ? unnamedPhone : phone)(call, to, course),
      ],
      rows: to === me ? [row] : [],
      // Who took it is nowhere told, but that somebody did is.
      contacts: isTaken && to === me ? spoke(customer.party, call.startUs + course.end * 1000, '') : [],
    };
  });

const talks = fc
  .record({ customer: caller, to: anyone, ring: span, talk: span, ending: fc.constantFrom(...answered) })
  .map(({ customer, to, ring, talk, ending }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    const answer = 700 + ring;
    const course = { start: 300, ring: 700, answer, end: answer + talk, cause: ending.cause };
    const row = incoming({
      refs: [call.ref],
      party: customer.party,
      outcome: ending.outcome,
      reason: ending.reason,
      answeredBy: me,
      ringMs: ring,
      talkMs: talk,
      toldBy: [channelOf(call, to, course)],
    });
    return {
      sent: [...line(call, { end: course.end }), ...phone(call, to, course)],
      rows: to === me ? [row] : [],
      contacts: spoke(customer.party, call.startUs + answer * 1000, to),
    };
  });

/** The phone is busy or gone and never rings; `told` says by what the PBX lets us know. */
const doesNotRing = fc
  .record({
    customer: caller,
    to: anyone,
    why: fc.constantFrom(...unrung),
    told: fc.constantFrom('leg', 'failed', 'failed-alone'),
  })
  .map(({ customer, to, why, told }): Plot => (stage) => {
    const ending = told === 'failed-alone' ? offline : why;
    const call = customerCall(stage, customer);
    const course = { start: 300, end: 900, cause: ending.cause };
    const toExtension = { ...call, recipient: { sent: to, e164: to } };
    const row = incoming({
      refs: [call.ref],
      party: customer.party,
      outcome: ending.outcome,
      reason: ending.reason,
      offers: 0,
      missedAtUs: call.startUs,
      toldBy: told === 'leg' ? [channelOf(call, to, course)] : [],
    });
    return {
      sent:
        told === 'leg'
          ? [...line(call, { end: 1200, cause: ending.cause }), ...phone(call, to, course)]
          : [failed(toExtension, 900, ending.cause, 'USER_OFFLINE')],
      rows: to === me ? [row] : [],
      contacts: [],
    };
  });

/** Two phones of one extension ring at once. The second begins a little later. */
const twoPhones = fc
  .record({
    customer: caller,
    ring: span,
    later: fc.integer({ min: 0, max: 400 }),
    talk: fc.option(span, { nil: null }),
  })
  .map(({ customer, ring, later, talk }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    const stop = 1200 + ring;
    const desk = { start: 300, ring: 700, end: stop + 100, cause: talk === null ? 'NO_ANSWER' : 'LOSE_RACE' };
    const softphone =
      talk === null
        ? { start: 300, ring: 701 + later, end: stop, cause: 'NO_ANSWER' }
        : { start: 300, ring: 701 + later, answer: stop, end: stop + 1000 + talk };
    return {
      sent: [
        ...line(call, { end: talk === null ? stop + 100 : stop + 1000 + talk }),
        ...phone(call, me, desk),
        ...phone(call, me, softphone),
      ],
      rows: [
        incoming({
          refs: [call.ref],
          party: customer.party,
          ...(talk === null
            ? { outcome: 'missed', reason: 'rang-out', missedAtUs: call.startUs }
            : { outcome: 'answered', answeredBy: me, talkMs: 1000 + talk }),
          // From the first phone's first ring until the last one is still, or one is answered.
          ringMs: (talk === null ? desk.end : stop) - desk.ring,
          toldBy: [channelOf(call, me, desk), channelOf(call, me, softphone)],
        }),
      ],
      contacts: talk === null ? [] : spoke(customer.party, call.startUs + stop * 1000, me),
    };
  });

/** I answer and hand the caller over unannounced, within the same call. */
const handedOn = fc
  .record({ customer: caller, ring: span, talk: span, to: colleague, secondTalk: fc.option(span, { nil: null }) })
  .map(({ customer, ring, talk, to, secondTalk }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    const answer = 700 + ring;
    const mine = { start: 300, ring: 700, answer, end: answer + talk, cause: 'BLIND_TRANSFER' };
    const next =
      secondTalk === null
        ? { start: mine.end, ring: mine.end + 400, end: mine.end + 15_000, cause: 'NO_ANSWER' }
        : { start: mine.end, ring: mine.end + 400, answer: mine.end + 3000, end: mine.end + 3000 + secondTalk };
    return {
      sent: [...line(call, { end: next.end }), ...phone(call, me, mine), ...phone(call, to, next)],
      rows: [
        incoming({
          refs: [call.ref],
          party: customer.party,
          outcome: 'transferred',
          answeredBy: me,
          ringMs: ring,
          talkMs: talk,
          transferredTo: to,
          toldBy: [channelOf(call, me, mine)],
        }),
      ],
      contacts: spoke(customer.party, call.startUs + answer * 1000, me),
    };
  });

export const direct = fc.oneof(rings, talks, doesNotRing, twoPhones, handedOn);
