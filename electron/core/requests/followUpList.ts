import type { FollowUp } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Store } from '../store/store.ts';
import { callRow, followUpOf, partyOf } from './callRow.ts';

/** Whom to call back, whoever waits longest first. Each withheld caller stands alone: they may be anybody. */
export function followUpList(store: Store, settings: Settings): FollowUp[] {
  const open = store.followUps
    .standing('open', { withElsewhere: settings.groupFollowUps === 'always' })
    .filter((call) => followUpOf(call, settings) === 'open');
  const byPerson = Map.groupBy(open, (call) => call.person ?? call);
  return [...byPerson.values()]
    .flatMap((calls) => {
      const newest = calls[0];
      const oldest = calls.at(-1);
      if (newest === undefined || oldest === undefined) return [];
      const rows = calls.map((call) => callRow(call, settings, 'open'));
      return [
        {
          party: partyOf(newest, settings),
          calls: rows,
          sinceUs: oldest.startedAtUs,
          timeZone: null,
          snoozedUntilUs: null,
        },
      ];
    })
    .sort((a, b) => a.sinceUs - b.sinceUs);
}

/** How many people that are, without reading their calls. */
export function followUpCount(store: Store, { groupFollowUps }: Settings): number {
  return store.followUps.people({
    withGroups: groupFollowUps !== 'never',
    withElsewhere: groupFollowUps === 'always',
  });
}
