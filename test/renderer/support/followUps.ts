import type { CallRow, FollowUp } from '../../../shared/call.ts';

/** The open follow-ups of calls (newest first) by person, whoever waits longest first; nobody knows who is withheld. */
export function followUpsOf(calls: readonly CallRow[]): readonly FollowUp[] {
  const open = calls.filter((call) => call.followUp === 'open');
  const people = Map.groupBy(open, (call) => call.party.number ?? `withheld ${call.ref}`);
  return [...people.values()].flatMap(personOf).toSorted((one, other) => one.sinceUs - other.sinceUs);
}

function personOf(calls: readonly CallRow[]): readonly FollowUp[] {
  const [newest] = calls;
  const oldest = calls.at(-1);
  return newest && oldest
    ? [{ party: newest.party, calls, sinceUs: oldest.startedAtUs, timeZone: null, snoozedUntilUs: null }]
    : [];
}
