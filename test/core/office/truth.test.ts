import * as fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';

import { memoryLog } from '../../support/memoryLog.ts';
import { overTheNetwork } from '../../support/pbx/delivery.ts';
import { deliver, entries, type Entry } from '../../support/pbx/ledger.ts';
import { domain } from '../../support/pbx/leg.ts';
import { quietOffice } from '../../support/pbx/office.ts';
import { me } from '../../support/pbx/people.ts';
import { patienceMs, runs } from '../../support/pbx/runs.ts';
import { type Contact, followUpOf, type Row } from '../../support/pbx/truth.ts';

vi.setConfig({ testTimeout: patienceMs });

const log = memoryLog([{ extension: me, domain }]);
afterAll(() => log.close());

const office = quietOffice.chain((truth) => fc.tuple(fc.constant(truth), overTheNetwork(truth.sent)));

test('the log tells of an office what really happened there', () => {
  fc.assert(
    fc.property(office, ([{ rows, contacts }, batches]) => {
      const told = log.store.tryOut(() => {
        deliver(log, batches);
        return entries(log);
      });
      const byRef = (a: { refs: readonly string[] }, b: { refs: readonly string[] }) =>
        String(a.refs) < String(b.refs) ? -1 : 1;
      expect(told.map(asTold).sort(byRef)).toEqual(rows.map((row) => asTrue(row, contacts)).sort(byRef));
    }),
    runs(1000),
  );
});

function asTold({ refs, call }: Entry) {
  const { direction, outcome, reason, person, answeredBy, ringUs, talkUs, offers, followUp, transferredTo, cameFrom } =
    call;
  return {
    refs,
    direction,
    outcome,
    reason,
    party: person?.replace(`@${domain}`, '') ?? null,
    answeredBy,
    ringUs,
    talkUs,
    offers,
    followUp: call.group || followUp !== 'none' ? followUp : 'none',
    transferredTo,
    cameFrom,
  };
}

function asTrue(row: Row, contacts: readonly Contact[]) {
  const { ringMs, talkMs, missedAtUs: _, toldBy: __, ...facts } = row;
  return {
    ...facts,
    ringUs: ringMs === null ? null : ringMs * 1000,
    talkUs: talkMs === null ? null : talkMs * 1000,
    followUp: followUpOf(row, contacts),
  };
}
