import { expect, test } from 'vitest';

import { post } from '../../electron/simulator/post.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { olderPbx } from '../support/olderPbx.ts';
import { startApp } from '../support/startApp.ts';

test("500 calls of the vendor's older mock PBX are told as they were, hang-ups it forgets included", async () => {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  const { deliveries, truth } = olderPbx(clock.nowUs(), 500, 11);
  let passedMs = 0;
  const answers = await post(deliveries, {
    to: new URL(running.webhook()),
    speed: 1,
    sleepUntil: (ms) => {
      clock.advance(Math.max(0, ms - passedMs));
      passedMs = Math.max(passedMs, ms);
      return Promise.resolve();
    },
    signal: new AbortController().signal,
    onAnswer() {},
  });
  expect([...answers]).toEqual([[200, deliveries.length]]);
  clock.advance(5 * 3_600_000);

  const strangers: unknown[] = [];
  const lost = truth.filter((call) => call.lost && call.expected !== null);
  expect(lost.length).toBeGreaterThan(5);
  for (const { uuid, expected, lost: isLost } of truth) {
    const detail = await running.ask('calls.get', uuid);
    if (expected === null) {
      strangers.push(detail);
      continue;
    }
    const { outcome, talkUs, ringUs, ...told } = expected;
    const answered = talkUs !== null;
    expect(detail?.call).toMatchObject({
      ...told,
      outcome: isLost ? 'unfinished' : outcome,
      ringUs: isLost && !answered ? null : ringUs,
      talkUs: isLost ? null : talkUs,
      extension: '1002',
    });
    expect(detail?.call.party.e164).toMatch(/^\+35799000\d{3}$/);
  }
  expect(strangers.length).toBeGreaterThan(50);
  expect(strangers.filter((detail) => detail !== null)).toEqual([]);
  expect((await running.ask('calls.live')).length).toBe(0);
});
