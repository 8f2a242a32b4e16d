import type { Us } from '../../shared/call.ts';

/** Points in time and numbers as the user's own region writes them. */
export interface Formats {
  /** 14:05 */
  readonly time: (atUs: Us) => string;
  /** 14:05:09 */
  readonly exactTime: (atUs: Us) => string;
  /** 14:05–14:20; on one day. */
  readonly times: (fromUs: Us, toUs: Us) => string;
  /** 18 Nov 2026, 14:05–14:20, or the day of both ends. */
  readonly moments: (fromUs: Us, toUs: Us) => string;
  /** Wednesday 18 November; with the year when it is not this one. */
  readonly day: (atMs: number) => string;
  /** 18 Nov */
  readonly shortDate: (atMs: number) => string;
  /** Wed, 18 Nov 2026 */
  readonly fullDate: (atMs: number) => string;
  /** Nov 2026 */
  readonly month: (atMs: number) => string;
  /** 12–18 Nov 2026; both days included. */
  readonly dates: (fromMs: number, toMs: number) => string;
  /** The day that weeks begin with, 0 for Sunday. */
  readonly firstWeekday: number;
  /** The name of a day of the week, 0 for Sunday. */
  readonly weekday: (index: number, length: 'short' | 'long') => string;
  /** Wed 14:05 */
  readonly weekdayTime: (atUs: Us) => string;
  /** What clocks show in a time zone, 06:35 or Sun 23:35; null where they show the same as ours, or nobody knows it. */
  readonly timeIn: (timeZone: string, atMs: number) => string | null;
  /** 18 Nov 2026 */
  readonly date: (atMs: number) => string;
  /** 18 Nov, 14:05 */
  readonly dayTime: (atUs: Us) => string;
  /** 18 Nov 2026, 14:05 */
  readonly moment: (atUs: Us) => string;
  readonly number: (value: number) => string;
  /** At least two digits: 05 */
  readonly twoDigits: (value: number) => string;
  /** One decimal: 1.4 */
  readonly decimal: (value: number) => string;
  /** 1.2K */
  readonly short: (value: number) => string;
  /** Of a share: 62% */
  readonly percent: (share: number) => string;
  /** The same with its sign: +12%, −3% */
  readonly change: (share: number) => string;
}

/** In `ownZone`, an IANA name; in that of the machine where absent. */
export function createFormats(locale: string, ownZone?: string): Formats {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: ownZone });
  const exactTime = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: ownZone,
  });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: ownZone });
  const dayAndYear = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: ownZone,
  });
  const weekdayTime = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ownZone,
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: ownZone });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ownZone });
  const dayTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ownZone,
  });
  const number = new Intl.NumberFormat(locale);
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: ownZone });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: ownZone });
  const fullDate = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: ownZone,
  });
  const short = new Intl.NumberFormat(locale, { notation: 'compact' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const change = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero' });

  return {
    time: (atUs) => time.format(atUs / 1000),
    exactTime: (atUs) => exactTime.format(atUs / 1000),
    times: (fromUs, toUs) => time.formatRange(fromUs / 1000, toUs / 1000),
    moments: (fromUs, toUs) => moment.formatRange(fromUs / 1000, toUs / 1000),
    day: (atMs) => (isThisYear(atMs) ? day : dayAndYear).format(atMs),
    // The fourth of January 1970 was a Sunday.
    weekday: (index, length) =>
      new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format((3 + index) * 86_400_000),
    weekdayTime: (atUs) => weekdayTime.format(atUs / 1000),
    timeIn(timeZone, atMs) {
      const there = (options: Intl.DateTimeFormatOptions) => formatIn(locale, { ...options, timeZone }, atMs);
      if (there({ weekday: 'short' }) !== formatIn(locale, { weekday: 'short' }, atMs)) {
        return there({ weekday: 'short', hour: '2-digit', minute: '2-digit' });
      }
      const timeThere = there({ hour: '2-digit', minute: '2-digit' });
      return timeThere === time.format(atMs) ? null : timeThere;
    },
    date: (atMs) => date.format(atMs),
    dayTime: (atUs) => dayTime.format(atUs / 1000),
    moment: (atUs) => moment.format(atUs / 1000),
    number: (value) => number.format(value),
    twoDigits: (value) => twoDigits.format(value),
    decimal: (value) => decimal.format(value),
    shortDate: (atMs) => shortDate.format(atMs),
    fullDate: (atMs) => fullDate.format(atMs),
    month: (atMs) => month.format(atMs),
    dates: (fromMs, toMs) => date.formatRange(fromMs, toMs),
    firstWeekday: firstWeekdayOf(locale),
    short: (value) => short.format(value),
    percent: (share) => percent.format(share),
    change: (share) => change.format(share),
  };
}

function formatIn(locale: string, options: Intl.DateTimeFormatOptions, atMs: number): string | null {
  try {
    return new Intl.DateTimeFormat(locale, options).format(atMs);
  } catch {
    // A time zone that this browser does not know throws.
    return null;
  }
}

/** `getWeekInfo` is in every browser of ours and not yet in TypeScript's library; its Sunday is 7. */
interface WeekLocale extends Intl.Locale {
  readonly getWeekInfo?: () => { readonly firstDay: number };
}

function firstWeekdayOf(locale: string): number {
  const named: WeekLocale = new Intl.Locale(locale);
  return (named.getWeekInfo?.().firstDay ?? 1) % 7;
}

function isThisYear(atMs: number): boolean {
  return new Date(atMs).getFullYear() === new Date().getFullYear();
}
