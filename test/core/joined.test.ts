import { describe, expect, test } from 'vitest';

import { type CallStory, callIn, line } from '../support/calls.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type Running, startApp } from '../support/startApp.ts';

const second = 1_000_000;

async function agent() {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  return { clock, running, atUs: clock.nowUs() };
}

/** A queue rings my phone: under a `ref` of its own, and naming no leg that had it rung. */
const offer = (story: CallStory) => callIn({ ...story, fields: { originating_leg_uuid: '', ...story.fields } });
const unanswered = { ended: 10, cause: 'NO_ANSWER' };

async function rows(running: Running) {
  const { calls } = await running.ask('calls.page', { after: null, limit: 50 });
  return [...(await running.ask('calls.live')), ...calls].map(
    ({ ref, offers, outcome }) => `${ref} ${offers}× ${outcome}`,
  );
}

describe('a caller whom a queue offers me again', () => {
  test('is one call, which begins with the first offer and comes to what the last one came to', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    await running.post(offer({ ref: 'c', atUs: atUs + 25 * second, answered: 4, ended: 60 }));
    expect(await rows(running)).toEqual(['a 3× answered']);
    const detail = await running.ask('calls.get', 'a');
    expect(detail?.refs).toEqual(['a', 'b', 'c']);
    expect(detail?.events).toHaveLength(3);
    expect(detail?.legs.map((leg) => leg.channel)).toEqual(['a-1002', 'b-1002', 'c-1002']);
    expect(detail?.call).toMatchObject({ ringUs: 24 * second, talkUs: 56 * second, rangAtUs: atUs, group: true });
  });

  test('is found by the ref of each of its offers', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    expect((await running.ask('calls.get', 'b'))?.call.ref).toBe('a');
  });

  test('is the same call when the offers are heard of in another order', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'c', atUs: atUs + 25 * second, answered: 4, ended: 60 }));
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    expect(await rows(running)).toEqual(['c 1× answered', 'a 1× missed']);
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    expect(await rows(running)).toEqual(['a 3× answered']);
  });

  test('rings anew each time: the card comes back under the first ref', async () => {
    const { clock, running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs }));
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    clock.advance(12_000);
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second }));
    expect((await running.ask('pops.list')).filter((pop) => pop.state === 'ringing')).toMatchObject([
      { call: { ref: 'a', offers: 2, outcome: 'in-progress' } },
    ]);
    expect(await rows(running)).toEqual(['a 2× in-progress']);
  });

  test('keeps the card that is up when it turns out to be another offer of an earlier call', async () => {
    const { clock, running, atUs } = await agent();
    clock.advance(12_000);
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second }));
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    expect((await running.ask('pops.list')).map(({ call }) => call.ref)).toEqual(['a']);
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    expect((await running.ask('pops.list')).filter((pop) => pop.state === 'ringing')).toEqual([]);
  });

  test('is one call over any pause while their line is known to wait', async () => {
    const { running, atUs } = await agent();
    await running.post(line({ ref: 'waiting', atUs: atUs - 30 * second, ended: 300 }));
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    await running.post(offer({ ref: 'b', atUs: atUs + 200 * second, ...unanswered }));
    expect(await rows(running)).toEqual(['a 2× missed']);
  });

  test('is joined as soon as it is heard that their line waited, and stays so when that is forgotten', async () => {
    const { clock, running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    await running.post(offer({ ref: 'b', atUs: atUs + 200 * second, ...unanswered }));
    expect(await rows(running)).toHaveLength(2);
    await running.post(line({ ref: 'waiting', atUs: atUs - 30 * second, ended: 300 }));
    expect(await rows(running)).toEqual(['a 2× missed']);
    clock.advance(3_600_000);
    await running.ask('log.rebuild');
    expect(await rows(running)).toEqual(['a 2× missed']);
  });

  test('has one follow-up, which names the last offer', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    expect((await running.ask('followUps.list')).map(({ calls }) => calls.length)).toEqual([1]);
  });

  test('stays settled by hand when another offer is heard of', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    await running.ask('followUps.settle', { refs: ['b'], reason: null });
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    expect(await rows(running)).toEqual(['a 2× missed']);
    expect(await running.ask('followUps.list')).toEqual([]);
  });

  test.for([
    ['rings again only after the pause of a queue', { atUs: 13.1 }],
    ['rings while the first still does, from another line of the same company', { atUs: 5 }],
    ['is somebody else', { atUs: 12, number: '+35799000001' }],
    ['calls another domain', { atUs: 12, fields: { domain_name: 'b.example' } }],
    ['is put through anew, having called again', { atUs: 12, fields: { originating_leg_uuid: 'b' } }],
  ] as const)('is another call when the caller %s', async ([, { atUs: laterSeconds, ...story }]) => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    await running.post(offer({ ref: 'b', ...unanswered, ...story, atUs: atUs + laterSeconds * second }));
    expect(await rows(running)).toHaveLength(2);
  });

  test('is another call when the first was answered', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, answered: 2, ended: 10 }));
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    expect(await rows(running)).toHaveLength(2);
  });

  test('is another call when the number is withheld', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, number: 'anonymous', ...unanswered }));
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, number: 'anonymous', ...unanswered }));
    expect(await rows(running)).toHaveLength(2);
  });

  test('is two calls again when the first turns out to have been answered', async () => {
    const { running, atUs } = await agent();
    await running.post(offer({ ref: 'a', atUs, ...unanswered }));
    await running.post(offer({ ref: 'b', atUs: atUs + 12 * second, ...unanswered }));
    await running.post(offer({ ref: 'a', atUs, extension: '1003', answered: 10, ended: 40 }));
    expect(await rows(running)).toEqual(['b 1× missed', 'a 1× answered-elsewhere']);
  });
});
