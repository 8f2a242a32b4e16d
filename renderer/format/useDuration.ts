import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { Us } from '../../shared/call.ts';
import { durationParts } from '../../shared/duration.ts';
import { useFormats } from './useFormats.ts';

/** Writes a length in microseconds in words: "3 min 05 s". */
export function useDuration(): (lengthUs: Us) => string {
  const t = useTranslations('duration');
  const { number, twoDigits } = useFormats();
  return (lengthUs) => {
    const parts = durationParts(lengthUs);
    switch (parts.kind) {
      case 'seconds':
        return t('seconds', { seconds: number(parts.seconds) });
      case 'minutes':
        return t('minutes', { minutes: number(parts.minutes), seconds: twoDigits(parts.seconds) });
      case 'hours':
        return t('hours', { hours: number(parts.hours), minutes: twoDigits(parts.minutes) });
      default:
        return assertNever(parts);
    }
  };
}
