import { useTranslations } from 'use-intl';

import { WebhookAddress } from '../settings/WebhookAddress.tsx';

/** What the PBX has to be given. */
export function Webhook() {
  const t = useTranslations('reach.address');
  return (
    <section className="reach-part" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <WebhookAddress />
    </section>
  );
}
