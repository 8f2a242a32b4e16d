import { useTranslations } from 'use-intl';

import { useReading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';

/** How many people wait for a call; nothing while nobody does. */
export function FollowUpCount() {
  const t = useTranslations('followUps');
  const { number } = useFormats();
  const { data: people = 0 } = useReading('followUps.count', undefined);
  if (people === 0) return null;
  return (
    <>
      <span className="unseen">{t('waiting', { count: people })}</span>
      <span className="sidebar-count" aria-hidden="true">
        {number(people)}
      </span>
    </>
  );
}
