import type { Us } from '../../../shared/call.ts';

/** One day of a time zone: from its first moment to that of the next day, which is excluded. */
export interface Day {
  readonly fromUs: Us;
  readonly toUs: Us;
  /** Days after 1970-01-01. */
  readonly date: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** Which day and hour it is on the clocks of a time zone. */
export interface Calendar {
  /** IANA name. */
  readonly zone: string;
  /** Every day that has a moment in [fromUs, toUs), in order. */
  readonly days: (fromUs: Us, toUs: Us) => Day[];
  /** The first moment of the day that is `days` after the one of this moment; before it, where negative. */
  readonly midnight: (atUs: Us, days: number) => Us;
  /** 0 to 23. An hour that the clocks show twice is one. */
  readonly hour: (atUs: Us) => number;
}

const hourUs = 3_600_000_000;
const dayUs = 24 * hourUs;

/**
 * Days have 23, 24 or 25 hours, begin at one o'clock where clocks leave midnight out, and are left out altogether where
 * an island changes sides of the date line.
 *
 * @throws RangeError for a zone that nobody has heard of
 */
export function calendarIn(zone: string): Calendar {
  const offsetAt = offsetsIn(zone);
  /** How many days after 1970-01-01 the clocks show. */
  const dateAt = (us: Us) => Math.floor((us + offsetAt(us)) / dayUs);

  /** The first moment at which clocks show this date or a later one. */
  const startOf = (date: number): Us => {
    const localUs = date * dayUs;
    // No zone is further than 15 hours from UTC, so a change between the two is the only one that can matter.
    const [before, after] = [offsetAt(localUs - 15 * hourUs), offsetAt(localUs + 15 * hourUs)];
    const earliestUs = localUs - Math.max(before, after);
    if (earliestUs + offsetAt(earliestUs) >= localUs) return earliestUs;
    return firstUs(earliestUs, localUs - Math.min(before, after), (us) => us + offsetAt(us) >= localUs);
  };

  return {
    zone,
    midnight: (atUs, days) => startOf(dateAt(atUs) + days),
    hour: (atUs) => Math.floor(((((atUs + offsetAt(atUs)) % dayUs) + dayUs) % dayUs) / hourUs),
    days(fromUs, toUs) {
      const days: Day[] = [];
      let date = dateAt(fromUs);
      for (let startUs = startOf(date); startUs < toUs; date += 1) {
        const endUs = startOf(date + 1);
        // The first of January 1970 was a Thursday.
        if (endUs > startUs) days.push({ fromUs: startUs, toUs: endUs, date, weekday: (((date + 4) % 7) + 7) % 7 });
        startUs = endUs;
      }
      return days;
    },
  };
}

/** How far the clocks of a zone are ahead of UTC at a moment. No zone changes its clocks twice within a day. */
function offsetsIn(zone: string): (us: Us) => Us {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  // By days of UTC, each worked out once: asking takes microseconds.
  const atStart = new Map<number, Us>();
  const changes = new Map<number, Us>();
  const atStartOf = (day: number): Us => {
    const offset = atStart.get(day) ?? offsetOf(format, day * dayUs);
    atStart.set(day, offset);
    return offset;
  };
  const changeOf = (day: number, to: Us): Us => {
    const us = changes.get(day) ?? firstUs(day * dayUs, (day + 1) * dayUs, (at) => offsetOf(format, at) === to);
    changes.set(day, us);
    return us;
  };
  return (us) => {
    const day = Math.floor(us / dayUs);
    const [first, last] = [atStartOf(day), atStartOf(day + 1)];
    return first === last || us < changeOf(day, last) ? first : last;
  };
}

/** Of 'GMT', 'GMT+05:45' or 'GMT-00:44:30'. */
function offsetOf(format: Intl.DateTimeFormat, us: Us): Us {
  const name = format.formatToParts(us / 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1_000_000;
}

/** The first moment, to the millisecond, after `fromUs` and at most `toUs` from which on something is true. */
function firstUs(fromUs: Us, toUs: Us, isTrue: (us: Us) => boolean): Us {
  let [low, high] = [fromUs / 1000, toUs / 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle * 1000)) high = middle;
    else low = middle;
  }
  return high * 1000;
}
