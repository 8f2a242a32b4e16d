import { useTranslations } from 'use-intl';

import { Icon } from './Icon.tsx';

/** Says of a call in a list that somebody still has to be called back. */
export function FollowUpMark() {
  const t = useTranslations('followUps');
  return (
    <span className="follow-up-mark" title={t('open')}>
      <Icon name="follow-ups" />
      <span className="unseen">{t('open')}</span>
    </span>
  );
}
