import { describe, expect, test } from 'vitest';

import type { Call } from '../../../electron/core/calls/call.ts';
import { reduce } from '../../../electron/core/calls/reduce.ts';
import { hasGoneSilent, unfinished } from '../../../electron/core/calls/watchdog.ts';
import { scenarios } from '../../../electron/simulator/scenarios/list.ts';
import type { Outcome } from '../../../shared/call.ts';
import { desk, eventOf, me } from '../../support/scenarioEvents.ts';

const dayUs = 86_400_000_000;

/** The log does not tell these apart yet; `reason` does. */
const coarser: Partial<Record<Outcome, Outcome>> = { 'wrong-number': 'failed', 'not-permitted': 'failed' };

/** Calls that the PBX sends as several are one row each for now. */
const oneRowPerRef = scenarios.filter((scenario) => scenario.play(desk).expected.every((call) => !call.joined));

describe('the log makes of every scenario what its author expects', () => {
  for (const scenario of oneRowPerRef) {
    test(`${scenario.name}: ${scenario.says}`, () => {
      const { deliveries, expected } = scenario.play(desk);
      expect(callsOf(deliveries.map(({ body }) => body)).map(asExpected)).toEqual(
        expected.map(({ joined: _joined, ...call }) => ({ ...call, outcome: coarser[call.outcome] ?? call.outcome })),
      );
    });

    test(`${scenario.name} comes out the same backwards and with everything twice`, () => {
      const bodies = scenario.play(desk).deliveries.map(({ body }) => body);
      const calls = (sent: string[]) => callsOf(sent).sort((a, b) => (a.ref < b.ref ? -1 : 1));
      expect(calls(bodies.toReversed())).toEqual(calls(bodies));
      expect(calls([...bodies, ...bodies])).toEqual(calls(bodies));
    });
  }
});

function callsOf(bodies: readonly string[]): Call[] {
  const events = bodies.map(eventOf);
  return [...Map.groupBy(events, (event) => event.ref).values()].flatMap((own) => {
    const reduced = reduce(own, me);
    if (reduced.kind === 'stranger') return [];
    const lastUs = Math.max(...own.map((event) => event.sentAtUs));
    return [hasGoneSilent(reduced.call, lastUs, lastUs + dayUs) ? unfinished(reduced.call) : reduced.call];
  });
}

function asExpected({ ref, direction, internal, outcome, reason, e164, answeredBy, ringUs, talkUs, offers }: Call) {
  const seconds = (us: number | null) => (us === null ? null : us / 1e6);
  return {
    ref,
    direction,
    internal,
    outcome,
    reason,
    e164,
    answeredBy,
    ringSeconds: seconds(ringUs),
    talkSeconds: seconds(talkUs),
    offers,
  };
}
