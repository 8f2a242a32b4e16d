import * as fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';

import { memoryLog } from '../../support/memoryLog.ts';
import { allAtOnce, type Batch, overTheNetwork, shuffled } from '../../support/pbx/delivery.ts';
import { deliver, entries, type Entry } from '../../support/pbx/ledger.ts';
import { domain } from '../../support/pbx/leg.ts';
import { crowdedOffice, quietOffice, withLosses } from '../../support/pbx/office.ts';
import { me } from '../../support/pbx/people.ts';
import { patienceMs, runs } from '../../support/pbx/runs.ts';

vi.setConfig({ testTimeout: patienceMs });

const log = memoryLog([{ extension: me, domain }]);
afterAll(() => log.close());

const anyOffice = withLosses(fc.oneof(quietOffice, crowdedOffice));

const logOf = (batches: readonly Batch[]) =>
  log.store.tryOut(() => {
    deliver(log, batches);
    return entries(log);
  });

test('the log is the same in whatever order, however often and in whatever batches the events arrive', () => {
  const deliveries = anyOffice.chain((office) => fc.tuple(fc.constant(office), shuffled(office.sent)));
  fc.assert(
    fc.property(deliveries, ([{ sent }, batches]) => {
      expect(logOf(batches)).toEqual(logOf(allAtOnce(sent)));
    }),
    runs(1000),
  );
});

test('the log is the same whether the events arrive while it happens or all at the end', () => {
  const deliveries = anyOffice.chain((office) => fc.tuple(fc.constant(office), overTheNetwork(office.sent)));
  fc.assert(
    fc.property(deliveries, ([{ sent }, batches]) => {
      const atOnce = logOf(allAtOnce(sent));
      const hidden = new Set(atOnce.filter(isForgotten).map(({ call }) => call.ref));
      const compared = (told: readonly Entry[]) =>
        told.map((entry) => (hidden.has(entry.call.ref) ? withoutFollowUp(entry) : entry));
      expect(compared(logOf(batches))).toEqual(compared(atOnce));
    }),
    runs(1000),
  );
});

/**
 * A colleague who spoke with them on another line, and may have hung up half a minute before my call was missed, is
 * forgotten by then: nothing of other people's calls is kept on the chance that it will be needed.
 */
function isForgotten({ call, settlement }: Entry): boolean {
  return settlement?.kind === 'colleague' && settlement.atUs < (call.endedAtUs ?? 0);
}

function withoutFollowUp({ call, refs, links }: Entry) {
  return { call: { ...call, followUp: null }, refs, links };
}

test('working every call out again, in any order and twice, changes nothing', () => {
  const rebuilds = anyOffice.chain((office) => {
    const refs = [...new Set(office.sent.map(({ event }) => event.ref))];
    return fc.tuple(fc.constant(office), fc.shuffledSubarray(refs, { minLength: refs.length }));
  });
  fc.assert(
    fc.property(rebuilds, ([{ sent }, refs]) => {
      const nowUs = 2_000_000_000_000_000;
      log.store.tryOut(() => {
        const [batch] = allAtOnce(sent);
        log.take(batch?.events ?? [], nowUs);
        const before = entries(log);
        log.rebuild(refs, nowUs);
        expect(entries(log)).toEqual(before);
        log.rebuild(refs, nowUs);
        expect(entries(log)).toEqual(before);
      });
    }),
    runs(500),
  );
});
