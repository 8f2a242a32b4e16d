import { useTranslations } from 'use-intl';

import { useFormats } from '../format/useFormats.ts';
import { useMinute } from '../time/ticker.ts';
import { Icon } from './Icon.tsx';

/** What clocks show where somebody is; nothing where they show the same as ours, or nobody knows it. */
export function TimeThere({ timeZone }: { readonly timeZone: string | null }) {
  const t = useTranslations('pop');
  const { timeIn } = useFormats();
  const nowMs = useMinute();
  const time = timeZone === null ? null : timeIn(timeZone, nowMs);
  if (time === null) return null;
  return (
    <span className="pop-time">
      <Icon name="clock" />
      {t('localTime', { time })}
    </span>
  );
}
