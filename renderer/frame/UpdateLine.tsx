import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';
import { useUpdates } from '../updates/useUpdates.ts';

/** Says that a newer version is ready, and leads to it; says nothing while a call is on. */
export function UpdateLine() {
  const t = useTranslations('updates.line');
  const updates = useUpdates();
  if (updates?.kind !== 'ready' || updates.waitsForCall) return null;
  const detail = t('detail', { version: updates.version });
  return (
    <a className="disturb calm" href={hrefOf({ kind: 'settings' })} title={`${t('title')} ${detail}`}>
      <Icon name="renew" />
      <p className="sidebar-word">
        <strong>{t('title')}</strong> <span>{detail}</span>
      </p>
    </a>
  );
}
