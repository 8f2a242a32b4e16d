import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import { midnightOf, useToday } from '../time/ticker.ts';
import { useFormats } from './useFormats.ts';

/** Writes a point in time for the end of a sentence: "at 14:05" today, "on 18 Nov 2026, 14:05" otherwise. */
export function useAtTime(): (atUs: Us) => string {
  const t = useTranslations('when');
  const { time, moment } = useFormats();
  const today = useToday();
  return (atUs) =>
    midnightOf(atUs / 1000) === today ? t('at', { time: time(atUs) }) : t('on', { moment: moment(atUs) });
}
