import type { CallChange, Finding } from '../../../shared/preview.ts';
import type { Call } from '../calls/call.ts';
import type { Change } from '../store/writeCall.ts';
import { partyOf } from './callRow.ts';
import type { View } from './view.ts';

/** A change as a window shows it: what the rules find in the call, before and after. */
export function callChange({ ref, before, after }: Change, view: Pick<View, 'masked' | 'nameOf'>): CallChange {
  const { startedAtUs } = after;
  const party = partyOf(after, view);
  return { ref, startedAtUs, party, before: before === null ? null : findingOf(before), after: findingOf(after) };
}

function findingOf({ outcome, reason, direction, ringUs, talkUs, answeredBy, offers }: Call): Finding {
  return { outcome, reason, direction, ringUs, talkUs, answeredBy, offers };
}
