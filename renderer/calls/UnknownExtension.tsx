import { useTranslations } from 'use-intl';

import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';

/** Stays until the set-up is done: without an extension no call is mine. */
export function UnknownExtension() {
  const t = useTranslations('calls');
  const { data } = useReading('settings.get', undefined);
  if (data === undefined || data.settings.extensions.length > 0) return null;
  return (
    <output className="hint">
      <p>
        <strong>{t('unknownExtension')}</strong> {t('unknownExtensionHint')}
      </p>
      <a className="button" href={hrefOf({ kind: 'setup' })}>
        {t('openSetup')}
      </a>
    </output>
  );
}
