import { useTranslations } from 'use-intl';

import { CopyButton } from '../components/CopyButton.tsx';
import { useReading } from '../data/queries.ts';

/** Where the PBX has to send its events, to be copied. */
export function WebhookAddress() {
  const t = useTranslations('settings');
  const { data: status } = useReading('status.get', undefined);
  if (status?.listener.kind !== 'listening') return <p className="quiet">{t('webhookMissing')}</p>;
  const { webhook } = status.listener;
  return (
    <div className="address">
      <p>{t('webhookHint')}</p>
      <p className="command">
        <code dir="ltr">{webhook}</code>
        <CopyButton text={webhook} label="address" />
      </p>
      <p className="quiet">{t('webhookSecret')}</p>
    </div>
  );
}
