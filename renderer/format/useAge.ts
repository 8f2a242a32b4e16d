import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import { useMinute } from '../time/ticker.ts';

/** Writes how long ago something was, in its greatest unit: "12 min ago", "2 h ago", "3 days ago". */
export function useAge(): (atUs: Us) => string {
  const t = useTranslations('age');
  const nowMs = useMinute();
  return (atUs) => {
    const minutes = Math.max(0, Math.ceil((nowMs - atUs / 1000) / 60_000));
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (days > 0) return t('days', { days });
    if (hours > 0) return t('hours', { hours });
    return minutes > 0 ? t('minutes', { minutes }) : t('now');
  };
}
