import { dayAt } from '../time/days.ts';

/** Days to choose by one click, both included. */
export interface Preset {
  readonly name: 'today' | 'yesterday' | 'week' | 'thisMonth' | 'lastMonth';
  readonly from: string;
  readonly to: string;
}

/** The presets on the day that began at a local midnight, in epoch milliseconds. */
export function presetsOn(midnightMs: number): readonly Preset[] {
  const at = new Date(midnightMs);
  const day = (monthsLater: number, date: number) =>
    dayAt(new Date(at.getFullYear(), at.getMonth() + monthsLater, date).getTime());
  const today = at.getDate();
  return [
    { name: 'today', from: day(0, today), to: day(0, today) },
    { name: 'yesterday', from: day(0, today - 1), to: day(0, today - 1) },
    { name: 'week', from: day(0, today - 6), to: day(0, today) },
    { name: 'thisMonth', from: day(0, 1), to: day(1, 0) },
    { name: 'lastMonth', from: day(-1, 1), to: day(0, 0) },
  ];
}
