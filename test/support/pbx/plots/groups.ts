import * as fc from 'fast-check';

import { channelOf, line, phone } from '../leg.ts';
import { caller, colleagues, customerCall, me, span, spoke } from '../people.ts';
import { incoming, type Plot } from '../truth.ts';

/** Calls to a group of phones, all at once or one after another. */

const members = fc.shuffledSubarray([me, ...colleagues], { minLength: 2 });

/** All ring at once. One of them answers and the others lose the race; or nobody does. */
const ringGroup = fc
  .record({
    customer: caller,
    members,
    ring: span,
    talk: span,
    winner: fc.option(fc.nat(), { nil: null }),
    givesUp: fc.boolean(),
    iDecline: fc.boolean(),
  })
  .map(({ customer, members: phones, ring, talk, winner: nth, givesUp, iDecline }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    const winner = nth === null ? null : (phones[nth % phones.length] ?? null);
    const stop = 700 + ring;
    const nobody = givesUp ? 'ORIGINATOR_CANCEL' : 'ALLOTTED_TIMEOUT';
    const declined = iDecline && winner !== me;
    const courseOf = (extension: string) => {
      if (extension === winner) return { start: 300, ring: 700, answer: stop, end: stop + talk };
      if (extension === me && declined) return { start: 300, ring: 700, end: 700 + ring / 2, cause: 'CALL_REJECTED' };
      return winner === null
        ? { start: 300, ring: 700, end: stop, cause: nobody }
        : { start: 300, ring: 700, end: stop + 150, cause: 'LOSE_RACE' };
    };
    const mine = courseOf(me);
    const answeredAtUs = call.startUs + stop * 1000;
    const verdict =
      winner === me
        ? { outcome: 'answered', answeredBy: me, talkMs: talk, ringMs: ring }
        : winner !== null
          ? { outcome: 'answered-elsewhere', answeredBy: winner, missedAtUs: answeredAtUs }
          : declined
            ? { outcome: 'declined' }
            : { outcome: 'missed', reason: givesUp ? 'caller-hung-up' : 'rang-out', missedAtUs: call.startUs };
    return {
      sent: [
        ...line(call, {
          end: winner === null ? stop : stop + talk,
          cause: winner === null ? nobody : 'NORMAL_CLEARING',
        }),
        ...phones.flatMap((extension) => phone(call, extension, courseOf(extension))),
      ],
      rows: phones.includes(me)
        ? [
            incoming({
              refs: [call.ref],
              party: customer.party,
              ringMs: mine.end - mine.ring,
              ...(verdict as Pick<ReturnType<typeof incoming>, 'outcome'>),
              toldBy: [channelOf(call, me, mine)],
            }),
          ]
        : [],
      contacts: winner === null ? [] : spoke(customer.party, answeredAtUs, winner),
    };
  });

/** One phone after another rings, mine perhaps more than once, until somebody answers or the caller gives up. */
const huntGroup = fc
  .record({
    customer: caller,
    turns: fc.array(
      fc.record({ to: fc.constantFrom(me, ...colleagues), ring: fc.integer({ min: 1000, max: 20_000 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    last: fc.constantFrom('answers', 'gives-up', 'rings-out'),
    talk: span,
    menu: fc.boolean(),
  })
  .map(({ customer, turns, last, talk, menu }): Plot => (stage) => {
    const call = customerCall(stage, customer);
    let now = 500;
    const tried = turns.map(({ to, ring }, index) => {
      const begin = now + 500;
      const stop = begin + ring;
      now = stop;
      const isLast = index === turns.length - 1;
      const course =
        isLast && last === 'answers'
          ? { start: begin - 200, ring: begin, answer: stop, end: stop + talk }
          : {
              start: begin - 200,
              ring: begin,
              end: stop,
              cause: isLast && last === 'gives-up' ? 'ORIGINATOR_CANCEL' : 'ALLOTTED_TIMEOUT',
            };
      return { to, ring, course };
    });
    const final = tried.at(-1);
    const mine = tried.filter(({ to }) => to === me);
    const taker = last === 'answers' ? (final?.to ?? null) : null;
    const answeredAtUs = call.startUs + now * 1000;
    const gaveUpOnMe = last === 'gives-up' && final?.to === me;
    const verdict =
      taker === me
        ? { outcome: 'answered', answeredBy: me, talkMs: talk }
        : taker !== null
          ? {
              outcome: 'answered-elsewhere',
              answeredBy: taker,
              missedAtUs: answeredAtUs,
            }
          : { outcome: 'missed', reason: gaveUpOnMe ? 'caller-hung-up' : 'rang-out', missedAtUs: call.startUs };
    const lineCourse = { end: taker === null ? now : now + talk };
    return {
      // A menu may have answered the caller's line long before anybody did.
      sent: [
        ...line(call, menu ? { answer: 200, ...lineCourse } : lineCourse),
        ...tried.flatMap(({ to, course }) => phone(call, to, course)),
      ],
      rows:
        mine.length === 0
          ? []
          : [
              incoming({
                refs: [call.ref],
                party: customer.party,
                ringMs: mine.reduce((sum, { ring }) => sum + ring, 0),
                offers: mine.length,
                ...(verdict as Pick<ReturnType<typeof incoming>, 'outcome'>),
                toldBy: mine.map(({ to, course }) => channelOf(call, to, course)),
              }),
            ],
      contacts: taker === null ? [] : spoke(customer.party, answeredAtUs, taker),
    };
  });

export const groups = fc.oneof(ringGroup, huntGroup);
