import type { Party } from '../../shared/call.ts';

/** Whether there is anybody to call. Whoever is hidden can be called: the core knows their number. */
export function canCall(party: Party): boolean {
  return party.number !== null || party.hidden;
}
