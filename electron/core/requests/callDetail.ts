import type { CallDetail, RawEvent } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from '../calls/call.ts';
import { whyOf } from '../calls/why.ts';
import type { LoggedCall } from '../store/callTable.ts';
import { nameOf } from '../store/contactNames.ts';
import { settlementOf } from '../store/followUps.ts';
import { noteOf } from '../store/notes.ts';
import type { Store } from '../store/store.ts';
import { linksOf } from '../store/transfers.ts';
import { fillAddress } from '../templates/address.ts';
import { callRow, followUpOf, partyOf } from './callRow.ts';
import { viewOf } from './view.ts';

/** The call with this ref, or the one into which it was joined; null when there is none. */
export function callOf(store: Store, ref: string): LoggedCall | null {
  return store.calls.get(store.parts.headOf(ref) ?? ref);
}

/** Everything about one call, found by its own ref or by that of a call that was joined into it; null when unknown. */
export function detailOf(store: Store, ref: string, settings: Settings): CallDetail | null {
  const call = callOf(store, ref);
  if (call === null) return null;
  const parts = store.parts.of(call.ref).sort((a, b) => (a.rangAtUs ?? 0) - (b.rangAtUs ?? 0));
  const refs = parts.length > 0 ? parts.map((part) => part.ref) : [call.ref];
  const followUp = followUpOf(call, settings);
  const view = viewOf(store, settings);
  return {
    call: callRow(call, view, followUp),
    why: whyOf(call),
    legs: call.legs,
    events: eventsOf(store, refs, settings),
    refs,
    links: linksOf(store, call, (party) => partyOf(party, view)),
    settlement: followUp === 'settled' ? settlementOf(store, call) : null,
    note: settings.masked ? null : noteOf(store, call),
    heldBack: firstOf(refs.toReversed(), (one) => store.heldBack.get(one)),
    recordingUrl: recordingOf(store, call, settings),
  };
}

/** In order of arrival; their bodies tell numbers. */
function eventsOf(store: Store, refs: readonly string[], { masked }: Settings): RawEvent[] {
  const events = refs.flatMap((ref) => store.events.raw(ref)).sort((a, b) => a.id - b.id);
  return masked ? events.map((event) => ({ ...event, body: '' })) : events;
}

/** A recording that is an address already needs no template. */
function recordingOf(store: Store, call: Call, { recordingUrl, crmHttpHosts }: Settings): string | null {
  if (call.recording === null) return null;
  const template = URL.canParse(call.recording) ? call.recording.replaceAll(/[{}]/g, '') : recordingUrl;
  if (template === '') return null;
  const filled = fillAddress(template, call, { name: nameOf(store, call), httpHosts: crmHttpHosts });
  return filled.kind === 'url' ? filled.url : null;
}

function firstOf<Found>(refs: readonly string[], find: (ref: string) => Found | null): Found | null {
  return refs.map(find).find((found) => found !== null) ?? null;
}
