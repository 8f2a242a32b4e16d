import type { Us } from '../../../shared/call.ts';
import type { CallKind } from '../../../shared/pop.ts';
import type { QuietHours } from '../../../shared/settings.ts';
import type { Call } from './call.ts';

/** What a call is to me, as far as the rules of telling me go. */
export function kindOf({ internal, group }: Pick<Call, 'internal' | 'group'>): CallKind {
  if (internal) return 'internal';
  return group ? 'group' : 'direct';
}

const dayMinutes = 24 * 60;

/** Whether it is quiet now, by the clock and the zone of this machine. Hours may run into the next day. */
export function isQuiet({ on, days, fromMinute, toMinute }: QuietHours, nowUs: Us): boolean {
  if (!on) return false;
  const now = new Date(nowUs / 1000);
  const minute = now.getHours() * 60 + now.getMinutes();
  const length = (toMinute - fromMinute + dayMinutes) % dayMinutes || dayMinutes;
  // The hours that began today, and those that began yesterday and go on.
  return [0, 1].some((daysAgo) => {
    const since = minute + daysAgo * dayMinutes - fromMinute;
    return days.includes((now.getDay() - daysAgo + 7) % 7) && since >= 0 && since < length;
  });
}
