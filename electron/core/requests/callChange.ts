import type { CallChange, Finding } from '../../../shared/preview.ts';
import type { Call } from '../calls/call.ts';
import type { Change } from '../store/writeCall.ts';
import { partyOf, type View } from './callRow.ts';

/** A change as a window shows it: what the rules find in the call, before and after. */
export function callChange({ ref, before, after }: Change, view: View): CallChange {
  const { startedAtUs } = after;
  const party = partyOf(after, view);
  return { ref, startedAtUs, party, before: before === null ? null : findingOf(before), after: findingOf(after) };
}

function findingOf({ outcome, reason, direction, ringUs, talkUs, answeredBy, offers }: Call): Finding {
  return { outcome, reason, direction, ringUs, talkUs, answeredBy, offers };
}
