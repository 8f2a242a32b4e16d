import type { CallChange, Finding } from '../../../shared/preview.ts';
import type { Call } from '../calls/call.ts';
import type { Change } from '../store/writeCall.ts';
import { callRow } from './callRow.ts';

/** A change as a window shows it: what the rules find in the call, before and after. */
export function callChange({ ref, before, after }: Change): CallChange {
  const { startedAtUs, party } = callRow(after);
  return { ref, startedAtUs, party, before: before === null ? null : findingOf(before), after: findingOf(after) };
}

function findingOf({ outcome, reason, direction, ringUs, talkUs, answeredBy, offers }: Call): Finding {
  return { outcome, reason, direction, ringUs, talkUs, answeredBy, offers };
}
