/** Periods that move with the calendar; the last seven days include today. */
export const movingPeriods = ['today', '7d', '30d', 'month', 'last-month', 'year', 'all'] as const;
export type MovingPeriod = (typeof movingPeriods)[number];

/** Of which time statistics tell, as the address spells it. */
export type PeriodChoice =
  | { readonly kind: 'moving'; readonly period: MovingPeriod }
  /** The first and the last day, both included, as `2026-11-30` by the clock of this machine. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string };

export const usualPeriod: PeriodChoice = { kind: 'moving', period: '30d' };

/** The part of an address that begins with a question mark; empty for the usual period. */
export function periodQuery(choice: PeriodChoice): string {
  if (choice.kind === 'dates') return `?from=${choice.from}&to=${choice.to}`;
  return choice.period === '30d' ? '' : `?period=${choice.period}`;
}

/** The choice of such a part; the usual one where it makes no sense. */
export function periodChoiceOf(query: string): PeriodChoice {
  const words = new URLSearchParams(query);
  const [from, to] = [words.get('from') ?? '', words.get('to') ?? ''];
  if (isDate(from) && isDate(to))
    return from <= to ? { kind: 'dates', from, to } : { kind: 'dates', from: to, to: from };
  const period = movingPeriods.find((known) => known === words.get('period'));
  return period === undefined ? usualPeriod : { kind: 'moving', period };
}

/** A day that exists, from 1970 on. */
function isDate(text: string): boolean {
  if (!/^(19[7-9]\d|2\d{3})-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
