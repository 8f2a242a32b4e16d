import { useTranslations } from 'use-intl';

import { midnightOf, useToday } from '../time/ticker.ts';
import { useFormats } from './useFormats.ts';

/** Names the day that began at a local midnight (epoch milliseconds): "Today", "Yesterday", "Wednesday 18 November". */
export function useDay(): (midnightMs: number) => string {
  const t = useTranslations('day');
  const { day } = useFormats();
  const today = useToday();
  // One millisecond before midnight is yesterday on the days of 23 and 25 hours too.
  const yesterday = midnightOf(today - 1);
  return (midnightMs) => {
    if (midnightMs === today) return t('today');
    if (midnightMs === yesterday) return t('yesterday');
    return day(midnightMs);
  };
}
