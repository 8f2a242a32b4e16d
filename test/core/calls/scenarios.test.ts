import { describe, expect, test } from 'vitest';

import type { Call } from '../../../electron/core/calls/call.ts';
import type { LoggedCall } from '../../../electron/core/store/callTable.ts';
import { decideUndecided } from '../../../electron/core/store/followUps.ts';
import { giveUpSilent } from '../../../electron/core/store/project.ts';
import { scenarios } from '../../../electron/simulator/scenarios/list.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { memoryLog } from '../../support/memoryLog.ts';
import { desk, eventOf, me } from '../../support/scenarioEvents.ts';

const laterUs = desk.startUs + 86_400_000_000;

describe('the log makes of every scenario what its author expects', () => {
  for (const scenario of scenarios) {
    test(`${scenario.name}: ${scenario.says}`, () => {
      const { deliveries, expected } = scenario.play(desk);
      const calls = callsOf(deliveries.map(({ body }) => body));
      expect(calls.map(asExpected)).toEqual(expected.map(({ joined: _joined, ...call }) => call));
    });

    test(`${scenario.name} comes out the same backwards, one by one and with everything twice`, () => {
      const bodies = scenario.play(desk).deliveries.map(({ body }) => body);
      expect(callsOf(bodies.toReversed())).toEqual(callsOf(bodies));
      expect(callsOf([...bodies, ...bodies])).toEqual(callsOf(bodies));
      expect(callsOf(bodies, 1)).toEqual(callsOf(bodies));
      expect(callsOf(bodies.toReversed(), 1)).toEqual(callsOf(bodies));
    });
  }
});

/** What is in the log when all has arrived, so many at a time, and what is silent has been given up on. */
function callsOf(bodies: readonly string[], atOnce = bodies.length): LoggedCall[] {
  const log = memoryLog(me);
  const events = bodies.map(eventOf);
  for (let n = 0; n < events.length; n += atOnce) log.take(events.slice(n, n + atOnce), desk.startUs);
  log.store.write(() => {
    giveUpSilent(log.store, defaultSettings, laterUs);
    decideUndecided(log.store, laterUs);
  });
  const calls = log.calls().toReversed();
  log.close();
  return calls;
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
