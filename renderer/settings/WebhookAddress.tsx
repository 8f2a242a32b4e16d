import { useTranslations } from 'use-intl';

import { CopyButton } from '../components/CopyButton.tsx';
import { useReading } from '../data/queries.ts';

/** Where the PBX has to send its events, to be copied: the public address, or the one of this machine while there is none. */
export function WebhookAddress() {
  const t = useTranslations('settings');
  const { data: status } = useReading('status.get', undefined);
  const { data: reach } = useReading('reach.get', undefined);
  const local = status?.listener.kind === 'listening' ? status.listener.webhook : null;
  const known = reach?.webhook ?? null;
  const address = known ?? local;
  if (address === null) return <p className="quiet">{t('webhookMissing')}</p>;
  return (
    <div className="address">
      <p>{known === null ? t('webhookLocal') : t('webhookHint')}</p>
      <p className="command">
        <code dir="ltr">{address}</code>
        <CopyButton text={address} label="address" />
      </p>
      <p className="quiet">{t('webhookSecret')}</p>
    </div>
  );
}
