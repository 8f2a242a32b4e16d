import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';

/** What a program or the system said, for whoever can read it. */
export function TroubleDetail({ detail }: { readonly detail: string }) {
  const t = useTranslations('reach');
  return (
    <details className="event trouble-detail">
      <summary>
        <Icon name="chevron" />
        {t('detail')}
      </summary>
      <pre dir="ltr">{detail}</pre>
    </details>
  );
}
