import type { CallDetail } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import { whyOf } from '../calls/why.ts';
import { settlementOf } from '../store/followUps.ts';
import type { Store } from '../store/store.ts';
import { linksOf } from '../store/transfers.ts';
import { callRow, followUpOf, partyOf } from './callRow.ts';

/** Everything about one call, found by its own ref or by that of a call that was joined into it; null when unknown. */
export function detailOf(store: Store, ref: string, settings: Settings): CallDetail | null {
  const call = store.calls.get(store.parts.headOf(ref) ?? ref);
  if (call === null) return null;
  const parts = store.parts.of(call.ref).sort((a, b) => (a.rangAtUs ?? 0) - (b.rangAtUs ?? 0));
  const refs = parts.length > 0 ? parts.map((part) => part.ref) : [call.ref];
  const followUp = followUpOf(call, settings);
  return {
    call: callRow(call, followUp),
    why: whyOf(call),
    legs: call.legs,
    events: refs.flatMap((one) => store.events.raw(one)).sort((a, b) => a.id - b.id),
    refs,
    links: linksOf(store, call, partyOf),
    settlement: followUp === 'settled' ? settlementOf(store, call) : null,
  };
}
