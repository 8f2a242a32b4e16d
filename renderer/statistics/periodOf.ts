import { assertNever } from '../../shared/assertNever.ts';
import type { Period } from '../../shared/statistics.ts';
import type { PeriodChoice } from '../route/periodChoice.ts';

/** From which midnight to which, in local time; null for the whole log. `todayMs`: today's. */
export function periodOf(choice: PeriodChoice, todayMs: number): Period | null {
  if (choice.kind === 'dates') return between(midnightOf(choice.from), dayAfter(midnightOf(choice.to)));
  const today = new Date(todayMs);
  const [year, month] = [today.getFullYear(), today.getMonth()];
  const tomorrow = dayAfter(today);
  switch (choice.period) {
    case 'today':
      return between(today, tomorrow);
    case '7d':
      return between(dayAfter(today, -6), tomorrow);
    case '30d':
      return between(dayAfter(today, -29), tomorrow);
    case 'month':
      return between(new Date(year, month, 1), tomorrow);
    case 'last-month':
      return between(new Date(year, month - 1, 1), new Date(year, month, 1));
    case 'year':
      return between(new Date(year, 0, 1), tomorrow);
    case 'all':
      return null;
    default:
      return assertNever(choice.period);
  }
}

/** The first and the last day of a period, as an address and a date field spell them. */
export function datesOf({ fromUs, toUs }: Period): { readonly from: string; readonly to: string } {
  return { from: dateOf(fromUs / 1000), to: dateOf(toUs / 1000 - 1) };
}

/** The day of a moment by the clock of this machine, as `2026-11-30`. */
export function dateOf(atMs: number): string {
  const at = new Date(atMs);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function between(from: Date, to: Date): Period {
  return { fromUs: from.getTime() * 1000, toUs: to.getTime() * 1000 };
}

function midnightOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

function dayAfter(date: Date, days = 1): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}
