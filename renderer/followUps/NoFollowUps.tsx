import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';

export function NoFollowUps() {
  const t = useTranslations('followUps');
  return (
    <div className="empty">
      <span className="empty-mark">
        <Icon name="check" />
      </span>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyText')}</p>
    </div>
  );
}
