import type { LinkedCall } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import type { Overheard } from '../calls/overheard.ts';
import { transferUs } from '../calls/transfer.ts';
import type { LoggedCall } from './callTable.ts';
import type { Store } from './store.ts';

/** The longest talk that is handed over, in µs. */
const longestTalkUs = 4 * 3_600_000_000;

/**
 * The call by which I asked a colleague to take this one, before I handed it over: begun while I was talking, and ended
 * by the same transfer.
 */
export function consultationOf(store: Store, call: Call): LoggedCall | null {
  if (call.outcome !== 'transferred' || call.endedAtUs === null || call.answeredAtUs === null) return null;
  const found = store.calls.handedOver({
    direction: 'out',
    fromUs: call.answeredAtUs,
    toUs: call.endedAtUs + transferUs,
    endedAtUs: call.endedAtUs,
    withinUs: transferUs,
  });
  return found?.ref === call.ref ? null : found;
}

/** The call that I handed over by means of this one. */
export function handedOverBy(store: Store, call: Call): LoggedCall | null {
  if (call.direction !== 'out' || call.outcome !== 'transferred' || call.endedAtUs === null) return null;
  const found = store.calls.handedOver({
    direction: 'in',
    fromUs: call.startedAtUs - longestTalkUs,
    toUs: call.startedAtUs,
    endedAtUs: call.endedAtUs,
    withinUs: transferUs,
  });
  return found?.ref === call.ref ? null : found;
}

/** The outside caller whom a colleague put through to me in this call; null where the events do not tell. */
export function putThrough(store: Store, call: Call): { ref: string; number: string; person: string } | null {
  const { cameFrom, internal, rangAtUs } = call;
  if (cameFrom === null || !internal || rangAtUs === null) return null;
  const line = call.legs.find((leg) => leg.channel === call.ref);
  const handedAtUs = line?.endedAtUs ?? null;
  if (handedAtUs === null) return null;
  return store.overheard.handedBy(cameFrom, handedAtUs - transferUs, handedAtUs + transferUs);
}

/** Whether a call of mine makes use of what this call of a colleague's, `ref`, tells of a transfer. */
export function isPutThrough(store: Store, ref: string, { handedBy, handedAtUs }: Overheard): boolean {
  if (handedBy === null || handedAtUs === null) return false;
  return store.calls
    .cameFrom(handedBy, handedAtUs - longestTalkUs, handedAtUs)
    .some((call) => putThrough(store, call)?.ref === ref);
}

/** A transferred call that does not tell itself where it went, with what the call for asking tells. */
export function withTransfer(store: Store, call: Call): Call {
  if (call.transferredTo !== null) return call;
  const consultation = consultationOf(store, call);
  return consultation === null ? call : { ...call, transferredTo: consultation.e164 ?? consultation.number };
}

/** Both ends of a transfer, for whoever looks at one of them. */
export function linksOf(
  store: Store,
  call: LoggedCall,
  partyOf: (call: Pick<Call, 'number' | 'e164'>) => LinkedCall['party'],
): LinkedCall[] {
  const to = consultationOf(store, call);
  const from = handedOverBy(store, call);
  const through = putThrough(store, call);
  return [
    ...(to === null || call.direction === 'out' ? [] : [{ kind: 'to', ref: to.ref, party: partyOf(to) } as const]),
    ...(from === null ? [] : [{ kind: 'from', ref: from.ref, party: partyOf(from) } as const]),
    ...(through === null
      ? []
      : [{ kind: 'from', ref: null, party: partyOf({ number: through.number, e164: through.person }) } as const]),
  ];
}
