import { describe, expect, test } from 'vitest';

import type { Delivery } from '../../electron/simulator/delivery.ts';
import type { Scenario } from '../../electron/simulator/scenario.ts';
import { scenarios } from '../../electron/simulator/scenarios/list.ts';
import { fakeClock, type FakeClock } from '../support/fakeClock.ts';
import { desk } from '../support/scenarioEvents.ts';
import { startApp, type Running } from '../support/startApp.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Longer than any silence after which a call is given up on. */
const farLaterMs = 5 * hourMs;

/** A core at the desk where a story is told, by a clock that the test moves. */
async function audience(scenario: Scenario) {
  const clock = fakeClock(desk.startUs);
  const running = await startApp({ extensions: [desk.extension], domain: desk.domain, clock });
  let toldMs = 0;
  return {
    clock,
    running,
    deliveries: scenario.play(desk).deliveries,
    /** Tells one part of the story when it is due. */
    hear: async ({ atMs, body }: Delivery) => {
      clock.advance(Math.max(0, atMs - toldMs));
      toldMs = Math.max(toldMs, atMs);
      await running.post(body);
    },
  };
}

const statesOf = async (running: Running) => (await running.ask('pops.list')).map(({ state }) => state);

/** How often each call was said to ring. */
function ringsOf({ notified }: Running): ReadonlyMap<string, number> {
  const rings = new Map<string, number>();
  for (const told of notified) {
    if (told.kind !== 'show' || told.pop.state !== 'ringing') continue;
    rings.set(told.pop.call.ref, (rings.get(told.pop.call.ref) ?? 0) + 1);
  }
  return rings;
}

/** Calls whose notification says that they ring, as far as the notifier was told. */
function stillRinging({ notified }: Running): readonly string[] {
  const up = new Set<string>();
  for (const told of notified) {
    if (told.kind === 'close') up.delete(told.ref);
    else if (told.pop.state === 'ringing') up.add(told.pop.call.ref);
  }
  return [...up];
}

async function expectNothingLeft(clock: FakeClock, running: Running): Promise<void> {
  clock.advance(minuteMs);
  // In one go, for every few seconds of hours would take minutes.
  clock.jump(farLaterMs);
  running.app.wake();
  clock.advance(minuteMs);
  expect(await statesOf(running)).toEqual([]);
  expect(stillRinging(running)).toEqual([]);
}

/** What rings, and how often, when nothing disturbs the story. */
async function ringsUndisturbed(scenario: Scenario): Promise<ReadonlyMap<string, number>> {
  const { clock, running, deliveries, hear } = await audience(scenario);
  for (const delivery of deliveries) await hear(delivery);
  await expectNothingLeft(clock, running);
  return ringsOf(running);
}

describe.each(scenarios)('$name', (scenario) => {
  test('leaves nothing on the screen, and rings nothing twice when the clock is moved meanwhile', async () => {
    const undisturbed = await ringsUndisturbed(scenario);
    for (const ms of [2 * hourMs, -2 * hourMs]) {
      const { clock, running, deliveries, hear } = await audience(scenario);
      let isMoved = false;
      for (const delivery of deliveries) {
        await hear(delivery);
        if (isMoved || ringsOf(running).size === 0) continue;
        clock.jump(ms);
        running.app.wake();
        isMoved = true;
      }
      await expectNothingLeft(clock, running);
      const more = [...ringsOf(running)].filter(([ref, times]) => times > (undisturbed.get(ref) ?? 0));
      expect(more).toEqual([]);
    }
  });

  test('rings no more after the machine has slept through the rest of it', async () => {
    const { clock, running, deliveries, hear } = await audience(scenario);
    for (const delivery of deliveries) {
      if (ringsOf(running).size > 0) break;
      await hear(delivery);
    }
    clock.jump(10 * minuteMs);
    running.app.wake();
    expect(await statesOf(running)).not.toContain('ringing');
    expect(stillRinging(running)).toEqual([]);
    await expectNothingLeft(clock, running);
  });

  test('rings no more when the rest of it arrives after the machine has slept', async () => {
    const { clock, running, deliveries, hear } = await audience(scenario);
    const rest = [...deliveries];
    while (ringsOf(running).size === 0) {
      const next = rest.shift();
      if (next === undefined) break;
      await hear(next);
    }
    const before = ringsOf(running);
    clock.jump(10 * minuteMs);
    for (const { body } of rest) await running.post(body);
    running.app.wake();
    expect(ringsOf(running)).toEqual(before);
    expect(stillRinging(running)).toEqual([]);
    await expectNothingLeft(clock, running);
  });
});
