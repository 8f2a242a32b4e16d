import { assertNever } from '../../shared/assertNever.ts';
import type { CallRow } from '../../shared/call.ts';
import type { CallFilter } from '../../shared/callFilter.ts';

/**
 * Whether a call in progress stands above the calls of a filter. It does wherever it belongs to the view and the days:
 * whoever looks for something that was noted, tagged, recorded or said of somebody looks for calls that are over.
 */
export function showsLive(call: CallRow, filter: CallFilter): boolean {
  const { view, fromUs, toUs, note, recording, tag, search, sameAs } = filter;
  if (note || recording || tag !== null || search !== '' || sameAs !== null) return false;
  if (call.startedAtUs < (fromUs ?? -Infinity) || call.startedAtUs >= (toUs ?? Infinity)) return false;
  switch (view) {
    case 'all':
      return true;
    case 'in':
    case 'out':
      return call.direction === view;
    case 'internal':
      return call.internal;
    case 'missed':
    case 'answered-elsewhere':
    case 'unfinished':
      return false;
    default:
      return assertNever(view);
  }
}
