import { useTranslations } from 'use-intl';

import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';

export function NoCalls() {
  const t = useTranslations();
  const command = t('calls.command');
  return (
    <div className="empty">
      <span className="empty-mark">
        <Icon name="calls" />
      </span>
      <h2>{t('calls.emptyTitle')}</h2>
      <p>{t('calls.emptyText')}</p>
      <p>{t('calls.emptySimulate')}</p>
      <p className="command">
        <code>{command}</code>
        <CopyButton text={command} label="command" />
      </p>
      <a href={hrefOf({ kind: 'setup' })}>{t('calls.emptySetup')}</a>
    </div>
  );
}
