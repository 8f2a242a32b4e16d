import { partyOf } from '../../../electron/core/requests/callRow.ts';
import { viewOf } from '../../../electron/core/requests/view.ts';
import type { LoggedCall } from '../../../electron/core/store/callTable.ts';
import { decideUndecided, settlementOf } from '../../../electron/core/store/followUps.ts';
import { giveUpSilent } from '../../../electron/core/store/project.ts';
import { linksOf } from '../../../electron/core/store/transfers.ts';
import type { Change } from '../../../electron/core/store/writeCall.ts';
import type { Settlement, Us } from '../../../shared/call.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import type { MemoryLog } from '../memoryLog.ts';
import type { Batch } from './delivery.ts';

/** How often the app looks for what is silent, undecided or none of mine. */
const tickUs = 5_000_000;
const dayUs = 86_400_000_000;

/** All that the log tells of a call. */
export interface Entry {
  readonly call: LoggedCall;
  readonly refs: readonly string[];
  readonly settlement: Settlement | null;
  readonly links: readonly (string | null)[];
}

/** Delivers the batches, with the app's ticks in between, and lets a day pass. Returns every change on the way. */
export function deliver(log: MemoryLog, batches: readonly Batch[]): { change: Change; atUs: Us }[] {
  const changes: { change: Change; atUs: Us }[] = [];
  let tickedUs = batches[0]?.atUs ?? 0;
  for (const { atUs, events } of batches) {
    // Where nothing arrives, one tick does what several would have done.
    if (atUs - tickedUs >= tickUs) {
      tick(log, atUs);
      tickedUs = atUs;
    }
    changes.push(...log.take(events, atUs).map((change) => ({ change, atUs })));
  }
  // Strangers are forgotten one after the other, in two steps as over time.
  for (const later of [60_000_000, dayUs]) tick(log, (batches.at(-1)?.atUs ?? 0) + later);
  return changes;
}

function tick({ store }: MemoryLog, nowUs: Us): void {
  store.write(() => {
    giveUpSilent(store, defaultSettings, nowUs);
    decideUndecided(store, nowUs);
    store.strangers.purge(nowUs, 'running');
  });
}

/** The whole log, oldest first. */
export function entries(log: MemoryLog): Entry[] {
  const { store } = log;
  return log
    .calls()
    .toReversed()
    .map((call) => ({
      call,
      refs: refsOf(store.parts.of(call.ref), call),
      settlement: settlementOf(store, call),
      links: linksOf(store, call, (party) => partyOf(party, viewOf(store, { masked: false }))).map(
        ({ kind, ref, party }) => `${kind} ${ref ?? party.e164}`,
      ),
    }));
}

function refsOf(parts: readonly { readonly ref: string; readonly rangAtUs: Us | null }[], call: LoggedCall): string[] {
  if (parts.length === 0) return [call.ref];
  return parts.toSorted((a, b) => (a.rangAtUs ?? 0) - (b.rangAtUs ?? 0)).map(({ ref }) => ref);
}
