import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import { useDuration } from './useDuration.ts';

const minuteUs = 60_000_000;

/** Writes a length in microseconds as short as a glance needs it: "40 s", "4 min", "1 h 02 min". */
export function useRoughDuration(): (lengthUs: Us) => string {
  const t = useTranslations('duration');
  const duration = useDuration();
  return (lengthUs) => {
    const minutes = Math.round(lengthUs / minuteUs);
    return lengthUs < minuteUs || minutes >= 60 ? duration(lengthUs) : t('roughly', { minutes });
  };
}
