import type { FollowUp, Us } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import { zoneOf } from '../numbers/timeZone.ts';
import type { LoggedCall } from '../store/callTable.ts';
import type { Store } from '../store/store.ts';
import { callRow, followUpOf, partyOf } from './callRow.ts';
import { viewOf } from './view.ts';

/**
 * Whom to call back, whoever waits longest first, and those who are snoozed behind them, whose time comes soonest first.
 * Each withheld caller stands alone: they may be anybody.
 */
export function followUpList(store: Store, settings: Settings, nowUs: Us): FollowUp[] {
  const view = viewOf(store, settings);
  const open = store.followUps
    .standing('open', { withElsewhere: settings.groupFollowUps === 'always' })
    .filter((call) => followUpOf(call, settings) === 'open');
  const byPerson = Map.groupBy(open, (call) => call.person ?? call);
  return [...byPerson.values()]
    .flatMap((calls) => {
      const newest = calls[0];
      const oldest = calls.at(-1);
      if (newest === undefined || oldest === undefined) return [];
      return [
        {
          party: partyOf(newest, view),
          calls: calls.map((call) => callRow(call, view, 'open')),
          sinceUs: oldest.startedAtUs,
          timeZone: settings.masked ? null : zoneOf(newest.e164),
          snoozedUntilUs: snoozedUntil(store, calls, nowUs),
        },
      ];
    })
    .sort((a, b) => (a.snoozedUntilUs ?? 0) - (b.snoozedUntilUs ?? 0) || a.sinceUs - b.sinceUs);
}

/** How many people that are, without reading their calls; those who are snoozed are none of them. */
export function followUpCount(store: Store, { groupFollowUps }: Settings, nowUs: Us): number {
  return store.followUps.people({
    withGroups: groupFollowUps !== 'never',
    withElsewhere: groupFollowUps === 'always',
    nowUs,
  });
}

/** Until the first of these calls comes back. A person who has called again since is awake: that call was not put off. */
function snoozedUntil({ snoozes }: Store, calls: readonly LoggedCall[], nowUs: Us): Us | null {
  const until = Math.min(...calls.map(({ ref }) => snoozes.untilUs(ref) ?? 0));
  return until > nowUs ? until : null;
}
