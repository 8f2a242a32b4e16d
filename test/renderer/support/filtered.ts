import type { CallRow } from '../../../shared/call.ts';
import { everyCall, type CallFilter } from '../../../shared/callFilter.ts';

/** The calls that a filter lets through. A search looks into names and numbers, as plain text. */
export function matching(calls: readonly CallRow[], filter: CallFilter = everyCall): readonly CallRow[] {
  const { view, fromUs, toUs, note, recording, tag, search, sameAs } = filter;
  return calls.filter(
    (call) =>
      isInView(call, view) &&
      call.startedAtUs >= (fromUs ?? -Infinity) &&
      call.startedAtUs < (toUs ?? Infinity) &&
      (!note || call.hasNote) &&
      (!recording || call.recording !== null) &&
      (tag === null || call.tags.includes(tag)) &&
      `${call.party.name} ${call.party.number}`.toLowerCase().includes(search.toLowerCase()) &&
      (sameAs === null || isSamePerson(calls, sameAs, call)),
  );
}

export function isSamePerson(calls: readonly CallRow[], ref: string, call: CallRow): boolean {
  return calls.some((one) => one.ref === ref && one.party.number === call.party.number);
}

function isInView(call: CallRow, view: CallFilter['view']): boolean {
  if (view === 'all') return true;
  if (view === 'in' || view === 'out') return call.direction === view;
  return view === 'internal' ? call.internal : call.outcome === view;
}
