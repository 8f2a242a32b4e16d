import type { Us } from '../../shared/call.ts';

/** Points in time and numbers as the user's own region writes them. */
export interface Formats {
  /** 14:05 */
  readonly time: (atUs: Us) => string;
  /** 14:05:09 */
  readonly exactTime: (atUs: Us) => string;
  /** Wednesday 18 November; with the year when it is not this one. */
  readonly day: (atMs: number) => string;
  /** Wed 14:05 */
  readonly weekdayTime: (atUs: Us) => string;
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
    weekdayTime: (atUs) => weekdayTime.format(atUs / 1000),
    moment: (atUs) => moment.format(atUs / 1000),
    number: (value) => number.format(value),
    twoDigits: (value) => twoDigits.format(value),
    decimal: (value) => decimal.format(value),
  };
}

function isThisYear(atMs: number): boolean {
  return new Date(atMs).getFullYear() === new Date().getFullYear();
}
