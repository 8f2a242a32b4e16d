import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import { useDuration } from '../format/useDuration.ts';
import { useNow } from '../time/ticker.ts';

/** Counts down to the next try. A `timer`, so that a screen reader does not read every second aloud. */
export function RetryClock({ atUs }: { readonly atUs: Us }) {
  const t = useTranslations('reach.answer');
  const duration = useDuration();
  const nowMs = useNow();
  const leftUs = atUs - nowMs * 1000;
  return (
    <p className="clock quiet" role="timer">
      {leftUs > 0 ? t('retry', { duration: duration(leftUs) }) : t('retrying')}
    </p>
  );
}
