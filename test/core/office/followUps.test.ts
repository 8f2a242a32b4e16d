import * as fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';

import { reopen, settleByHand, settlementOf } from '../../../electron/core/store/followUps.ts';
import { memoryLog } from '../../support/memoryLog.ts';
import { overTheNetwork } from '../../support/pbx/delivery.ts';
import { deliver, entries } from '../../support/pbx/ledger.ts';
import { domain } from '../../support/pbx/leg.ts';
import { crowdedOffice, quietOffice, withLosses } from '../../support/pbx/office.ts';
import { me } from '../../support/pbx/people.ts';
import { patienceMs, runs } from '../../support/pbx/runs.ts';

vi.setConfig({ testTimeout: patienceMs });

const log = memoryLog([{ extension: me, domain }]);
afterAll(() => log.close());

const arriving = withLosses(fc.oneof(quietOffice, crowdedOffice)).chain((office) =>
  fc.tuple(fc.constant(office), overTheNetwork(office.sent)),
);

test('what is settled says by whom, and nobody has spoken with whoever is still to be called back', () => {
  fc.assert(
    fc.property(arriving, ([{ contacts }, batches]) => {
      log.store.tryOut(() => {
        deliver(log, batches);
        const told = entries(log);
        const standing = (state: string) => told.filter(({ call }) => call.followUp === state);
        for (const { call, settlement } of standing('settled')) {
          expect(settlement?.atUs).toBeGreaterThan(call.startedAtUs);
        }
        for (const { call, settlement } of standing('open')) {
          expect(settlement).toBeNull();
          // What was said while this call still went on may have been forgotten before it was missed.
          const sinceUs = call.contactAtUs ?? call.endedAtUs ?? call.startedAtUs;
          expect(
            contacts.filter(({ party, atUs, by }) => party === call.person && atUs > sinceUs && by !== ''),
          ).toEqual([]);
        }
        expect(standing('undecided')).toEqual([]);
      });
    }),
    runs(500),
  );
});

test('settling by hand and taking it back leaves everything as it was', () => {
  const nowUs = 2_000_000_000_000_000;
  fc.assert(
    fc.property(arriving, fc.nat(), fc.boolean(), ([, batches], nth, byPart) => {
      log.store.tryOut(() => {
        deliver(log, batches);
        const before = entries(log);
        const missed = before.filter(({ call }) => call.followUp !== 'none');
        const entry = missed[nth % Math.max(1, missed.length)];
        if (entry === undefined) return;
        // A call that was joined may be named by any of its refs.
        const ref = byPart ? (entry.refs.at(-1) ?? '') : entry.call.ref;
        settleByHand(log.store, [ref], 'told by mail', nowUs);
        const settled = log.store.calls.get(entry.call.ref);
        expect(settled?.followUp).toBe('settled');
        expect(settled && settlementOf(log.store, settled)).toEqual({
          kind: 'by-hand',
          atUs: nowUs,
          reason: 'told by mail',
        });
        reopen(log.store, [ref], nowUs);
        expect(entries(log)).toEqual(before);
      });
    }),
    runs(500),
  );
});

test('somebody who hides is never joined with, nor settled by, another call', () => {
  fc.assert(
    fc.property(arriving, ([, batches]) => {
      log.store.tryOut(() => {
        deliver(log, batches);
        const hidden = entries(log).filter(({ call }) => call.number === null);
        for (const { call, refs, settlement } of hidden) {
          expect({ refs, settlement, person: call.person }).toEqual({
            refs: [call.ref],
            settlement: null,
            person: null,
          });
        }
      });
    }),
    runs(500),
  );
});
