import * as fc from 'fast-check';

import { channelOf, line, phone } from '../leg.ts';
import { caller, callInside, colleague, customerCall, me, span, spoke } from '../people.ts';
import { incoming, outgoing, type Plot } from '../truth.ts';

/** Calls that are handed from one phone to another. */

/** A colleague has the caller, and sends them on to me unannounced, within the same call. */
const blindToMe = fc
  .record({ customer: caller, from: colleague, ring: span, talk: span, mine: fc.option(span, { nil: null }) })
  .map(({ customer, from, ring, talk, mine }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    const had = { start: 300, ring: 700, answer: 2700, end: 2700 + talk, cause: 'BLIND_TRANSFER' };
    const begin = had.end + 500;
    const stop = begin + ring;
    const course =
      mine === null
        ? { start: begin - 200, ring: begin, end: stop, cause: 'NO_ANSWER' }
        : { start: begin - 200, ring: begin, answer: stop, end: stop + mine };
    return {
      sent: [...line(call, { end: course.end }), ...phone(call, from, had), ...phone(call, me, course)],
      rows: [
        incoming({
          refs: [call.ref],
          party: customer.party,
          ringMs: ring,
          cameFrom: from,
          ...(mine === null
            ? { outcome: 'missed', reason: 'rang-out', missedAtUs: call.startUs + 2_700_000 }
            : { outcome: 'answered', answeredBy: me, talkMs: mine }),
          toldBy: [channelOf(call, me, course), channelOf(call, from, had)],
        }),
      ],
      contacts: [
        ...spoke(customer.party, call.startUs + 2_700_000, from),
        ...(mine === null ? [] : spoke(customer.party, call.startUs + stop * 1000, me)),
      ],
    };
  });

/** A colleague asks me in a call of their own, and steps out: the caller takes their place. */
const attendedToMe = fc
  .record({ customer: caller, from: colleague, ring: span, talk: span, after: span })
  .map(({ customer, from, ring, talk, after }): Plot => (stage) => {
    const theirs = customerCall(stage, customer);
    const asked = callInside({ ...stage, name: `${stage.name}-asks` }, from, me);
    const begin = 10_000;
    const answer = begin + ring;
    const handedOver = answer + talk;
    const mine = { start: 9800, ring: begin, answer, end: handedOver + after };
    return {
      sent: [
        ...line(theirs, { end: mine.end }),
        ...phone(theirs, from, { start: 300, ring: 700, answer: 3000, end: handedOver, cause: 'ATTENDED_TRANSFER' }),
        ...line(asked, { start: 9500, answer, end: handedOver, cause: 'ATTENDED_TRANSFER' }),
        ...phone(asked, me, mine),
      ],
      rows: [
        incoming({
          refs: [asked.ref],
          party: from,
          outcome: 'answered',
          answeredBy: me,
          ringMs: ring,
          talkMs: talk + after,
          cameFrom: from,
          toldBy: [channelOf(asked, me, mine), asked.ref],
        }),
      ],
      contacts: [
        ...spoke(customer.party, theirs.startUs + 3_000_000, from),
        ...spoke(from, asked.startUs + answer * 1000, me),
      ],
    };
  });

/** I have a caller, ask a colleague in a call of my own, and step out of both. */
const attendedAway = fc
  .record({ customer: caller, to: colleague, ring: span, talk: span, asking: span, after: span })
  .map(({ customer, to, ring, talk, asking, after }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    const asked = callInside({ ...stage, name: `${stage.name}-asks` }, me, to);
    const answer = 700 + ring;
    const ask = answer + talk;
    const handedOver = ask + 2500 + asking;
    const mine = { start: 300, ring: 700, answer, end: handedOver, cause: 'ATTENDED_TRANSFER' };
    const theirs = { start: ask, ring: ask + 500, answer: ask + 2500, end: handedOver + after };
    return {
      sent: [
        ...line(call, { end: theirs.end }),
        ...phone(call, me, mine),
        ...line(asked, { start: ask, answer: ask + 2500, end: handedOver, cause: 'ATTENDED_TRANSFER' }),
        ...phone(asked, to, theirs),
      ],
      rows: [
        incoming({
          refs: [call.ref],
          party: customer.party,
          outcome: 'transferred',
          answeredBy: me,
          ringMs: ring,
          talkMs: handedOver - answer,
          transferredTo: to,
          toldBy: [channelOf(call, me, mine), asked.ref],
        }),
        outgoing({
          refs: [asked.ref],
          party: to,
          outcome: 'transferred',
          answeredBy: to,
          ringMs: 2000,
          // What they say without me is none of my talk.
          talkMs: asking,
          transferredTo: null,
          toldBy: [channelOf(asked, to, theirs), asked.ref],
        }),
      ],
      contacts: [
        ...spoke(customer.party, call.startUs + answer * 1000, me),
        ...spoke(to, asked.startUs + (ask + 2500) * 1000, me),
      ],
    };
  });

export const transfers = fc.oneof(blindToMe, attendedToMe, attendedAway);
