import { useTranslations } from 'use-intl';

import { useReading } from '../data/queries.ts';

/** Why the system of the desktop app shows no notifications, as far as the last one has told; nothing while it shows them. */
export function NotificationTrouble() {
  const t = useTranslations('settings');
  const { data: status } = useReading('status.get', undefined);
  const trouble = status?.notificationTrouble ?? null;
  if (trouble === null) return null;
  return (
    <div className="field-words permission">
      <p>
        {t('notificationTrouble')} {trouble}
      </p>
    </div>
  );
}
