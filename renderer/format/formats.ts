import type { Us } from '../../shared/call.ts';

/** Points in time and numbers as the user's own region writes them. */
export interface Formats {
  /** 14:05 */
  readonly time: (atUs: Us) => string;
  /** 14:05:09 */
  readonly exactTime: (atUs: Us) => string;
  /** Wednesday 18 November; with the year when it is not this one. */
  readonly day: (atMs: number) => string;
  /** The name of a day of the week, 0 for Sunday. */
  readonly weekday: (index: number, length: 'short' | 'long') => string;
  /** Wed 14:05 */
  readonly weekdayTime: (atUs: Us) => string;
  /** What clocks show in a time zone, 06:35 or Sun 23:35; null where they show the same as ours, or nobody knows it. */
  readonly timeIn: (timeZone: string, atMs: number) => string | null;
  /** 18 Nov 2026, 14:05 */
  readonly moment: (atUs: Us) => string;
  readonly number: (value: number) => string;
  /** At least two digits: 05 */
  readonly twoDigits: (value: number) => string;
  /** One decimal: 1.4 */
  readonly decimal: (value: number) => string;
}

export function createFormats(locale: string): Formats {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const exactTime = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const dayAndYear = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const weekdayTime = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  return {
    time: (atUs) => time.format(atUs / 1000),
    exactTime: (atUs) => exactTime.format(atUs / 1000),
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
    moment: (atUs) => moment.format(atUs / 1000),
    number: (value) => number.format(value),
    twoDigits: (value) => twoDigits.format(value),
    decimal: (value) => decimal.format(value),
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

function isThisYear(atMs: number): boolean {
  return new Date(atMs).getFullYear() === new Date().getFullYear();
}
