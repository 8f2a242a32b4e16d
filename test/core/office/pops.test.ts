import * as fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';

import type { CallEvent } from '../../../electron/core/calls/event.ts';
import { popFor } from '../../../electron/core/calls/pop.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { memoryLog } from '../../support/memoryLog.ts';
import { overTheNetwork } from '../../support/pbx/delivery.ts';
import { domain } from '../../support/pbx/leg.ts';
import { crowdedOffice, quietOffice } from '../../support/pbx/office.ts';
import { me } from '../../support/pbx/people.ts';
import { patienceMs, runs } from '../../support/pbx/runs.ts';

vi.setConfig({ testTimeout: patienceMs });

const log = memoryLog([{ extension: me, domain }]);
afterAll(() => log.close());

const arriving = quietOffice.chain((office) => fc.tuple(fc.constant(office), overTheNetwork(office.sent)));

test('a card is raised only while a phone of mine rings, as far as has been told, and at most once for each phone and ring', () => {
  fc.assert(
    fc.property(arriving, ([, batches]) => {
      log.store.tryOut(() => {
        const told: CallEvent[] = [];
        const raised = new Map<string, number>();
        for (const { events, atUs } of batches) {
          told.push(...events);
          for (const { ref, before, after } of log.take(events, atUs)) {
            if (popFor(before, after, defaultSettings, atUs).kind !== 'pop') continue;
            raised.set(ref, (raised.get(ref) ?? 0) + 1);
            const legs = after.legs.filter(({ mine }) => mine).map(({ channel }) => channel);
            expect(legs.some((channel) => isRinging(told, channel))).toBe(true);
          }
        }
        for (const { ref, legs } of log.calls()) {
          const phones = legs.filter(({ mine, rangAtUs }) => mine && rangAtUs !== null).length;
          expect(raised.get(ref) ?? 0).toBeLessThanOrEqual(phones);
        }
      });
    }),
    runs(500),
  );
});

test('nothing that comes after the end makes a call ring or raises its card again', () => {
  const late = fc.oneof(quietOffice, crowdedOffice).chain((office) => {
    const earlier = office.sent.filter(({ event }) => event.action !== 'hangup' && event.action !== 'failed');
    return fc.tuple(fc.constant(office), fc.shuffledSubarray([...earlier]));
  });
  fc.assert(
    fc.property(late, ([{ sent }, withheld]) => {
      log.store.tryOut(() => {
        const endUs = (sent.at(-1)?.atUs ?? 0) + 1;
        const inTime = sent.filter((one) => !withheld.includes(one)).map(({ event }) => event);
        log.take(inTime, endUs);
        const over = new Set(
          log
            .calls()
            .filter(({ outcome }) => outcome !== 'in-progress')
            .map(({ ref }) => ref),
        );
        for (const { event } of withheld) {
          for (const { before, after } of log.take([event], endUs)) {
            if (before === null || !over.has(before.ref)) continue;
            expect(after.outcome).not.toBe('in-progress');
            expect(popFor(before, after, defaultSettings, endUs).kind).not.toBe('pop');
          }
        }
        // And nothing at all comes of an event that was already told.
        for (const { event } of sent) expect(log.take([event], endUs)).toEqual([]);
      });
    }),
    runs(500),
  );
});

/** As far as these events tell. */
function isRinging(told: readonly CallEvent[], channel: string): boolean {
  const own = told.filter((event) => event.channel === channel);
  return (
    own.some(({ rangAtUs }) => rangAtUs !== null) &&
    own.every(({ answeredAtUs, endedAtUs }) => answeredAtUs === null && endedAtUs === null)
  );
}
