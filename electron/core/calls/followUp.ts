import type { Us } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from './call.ts';

/** How a call may come to need somebody called back: whenever it reached nobody, or only me not. */
export type MissedBy = 'everybody' | 'me';

/** A hunt group may find somebody for this long after it has stopped ringing me. */
export const huntPatienceUs: Us = 60_000_000;

/**
 * Whether a call may ask for a follow-up at all, whatever the settings say. A caller whom my phone was too busy or too
 * far away to ring was missed like one whom I let ring; one I declined by hand was not.
 */
export function missedBy({ direction, outcome, group, rangAtUs, contactAtUs }: Call): MissedBy | null {
  if (direction === 'out') return null;
  // Its end got lost, and so far nobody has taken it.
  if (outcome === 'unfinished') return rangAtUs !== null && contactAtUs === null ? 'everybody' : null;
  if (outcome === 'missed' || outcome === 'unreachable' || outcome === 'busy') return 'everybody';
  return group && (outcome === 'answered-elsewhere' || outcome === 'picked-up') ? 'me' : null;
}

/** Whoever speaks with them after this moment has settled it. */
export function missedAtUs(call: Call): Us {
  return call.contactAtUs ?? call.startedAtUs;
}

/** Whether the caller may yet be taken by the next phone of a hunt group. */
export function isUndecided(call: Call, nowUs: Us): boolean {
  return call.callerWaits && nowUs - (call.endedAtUs ?? call.startedAtUs) < huntPatienceUs;
}

/** Whether the settings want a follow-up for such a call. */
export function isFollowedUp(
  { group, missed }: { group: boolean; missed: MissedBy },
  { groupFollowUps }: Pick<Settings, 'groupFollowUps'>,
): boolean {
  if (!group) return missed === 'everybody';
  return groupFollowUps === 'always' || (groupFollowUps === 'unanswered' && missed === 'everybody');
}
