import { useTranslations } from 'use-intl';

import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';

/** Which Ringside this is, and where its data lies. */
export function About() {
  const t = useTranslations('settings');
  const { data: status } = useReading('status.get', undefined);
  if (!status) return null;
  return (
    <footer className="about">
      <p>
        {t('version', { version: status.version })} · <a href={hrefOf({ kind: 'about' })}>{t('about')}</a> ·{' '}
        <a href={hrefOf({ kind: 'setup' })}>{t('setup')}</a>
      </p>
      <p>
        {t('dataHint')}{' '}
        <bdi className="code" dir="ltr">
          {status.dataDir}
        </bdi>
      </p>
    </footer>
  );
}
