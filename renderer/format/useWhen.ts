import type { Us } from '../../shared/call.ts';
import { midnightOf, useToday } from '../time/ticker.ts';
import { useFormats } from './useFormats.ts';

/** Days to both sides of today that a weekday alone names. */
const nearDays = 6;
/** Days to both sides of today in which no day comes twice, the year left out. */
const yearDays = 300;

/** Writes a point in time as short as it is clear today: "14:05", "Wed 14:05", "18 Nov, 14:05", "18 Nov 2025, 14:05". */
export function useWhen(): (atUs: Us) => string {
  const { time, weekdayTime, dayTime, moment } = useFormats();
  const today = useToday();
  return (atUs) => {
    const days = Math.abs(Math.round((midnightOf(atUs / 1000) - today) / 86_400_000));
    if (days === 0) return time(atUs);
    if (days <= nearDays) return weekdayTime(atUs);
    return days <= yearDays ? dayTime(atUs) : moment(atUs);
  };
}
