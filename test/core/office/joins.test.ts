import * as fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';

import { memoryLog } from '../../support/memoryLog.ts';
import { overTheNetwork } from '../../support/pbx/delivery.ts';
import { deliver, entries } from '../../support/pbx/ledger.ts';
import { domain } from '../../support/pbx/leg.ts';
import { crowdedOffice } from '../../support/pbx/office.ts';
import { me } from '../../support/pbx/people.ts';
import { patienceMs, runs } from '../../support/pbx/runs.ts';

vi.setConfig({ testTimeout: patienceMs });

const log = memoryLog([{ extension: me, domain }]);
afterAll(() => log.close());

const arriving = crowdedOffice.chain((office) => fc.tuple(fc.constant(office), overTheNetwork(office.sent)));

test('calls that ring at the same time are never one, and every call of mine stands in exactly one row', () => {
  fc.assert(
    fc.property(arriving, ([{ rows }, batches]) => {
      log.store.tryOut(() => {
        deliver(log, batches);
        const told = entries(log);
        expect(told.flatMap(({ refs }) => refs).sort()).toEqual(rows.flatMap(({ refs }) => refs).sort());
        for (const { call, refs } of told) {
          const parts = log.store.parts.of(call.ref).sort((a, b) => (a.rangAtUs ?? 0) - (b.rangAtUs ?? 0));
          expect(refs).toHaveLength(Math.max(1, parts.length));
          for (const [index, part] of parts.entries()) {
            expect(part).toMatchObject({ person: call.person, direction: 'in' });
            // A second is how far the PBX's own times may lie apart.
            const freeUs = (parts[index - 1]?.endedAtUs ?? 0) - 1_000_000;
            expect(part.rangAtUs ?? 0).toBeGreaterThanOrEqual(freeUs);
          }
        }
      });
    }),
    runs(1000),
  );
});

test("nothing of other people's calls is left but what mine need of them", () => {
  fc.assert(
    fc.property(arriving, ([{ rows, sent }, batches]) => {
      log.store.tryOut(() => {
        deliver(log, batches);
        const mine = new Set(rows.flatMap(({ refs }) => refs));
        const others = new Set(sent.map(({ event }) => event.ref).filter((ref) => !mine.has(ref)));
        const persons = new Set(log.calls().map(({ person }) => person));
        const cameFrom = log.calls().some((call) => call.cameFrom !== null);
        for (const ref of others) expect(log.store.events.ofCall(ref).events).toEqual([]);
        for (const { person, handedBy } of log.overheard()) {
          expect(persons.has(person) || (cameFrom && handedBy !== null)).toBe(true);
        }
        expect(log.store.strangers.refs()).toEqual([]);
      });
    }),
    runs(500),
  );
});
