import { useTranslations } from 'use-intl';

import type { TunnelKind } from '../../shared/reach.ts';

/** A way in a sentence, and what tells it from the others. */
export function WayAbout({ kind, id }: { readonly kind: TunnelKind; readonly id: string }) {
  const t = useTranslations('reach.way');
  return (
    <span className="way-about" id={id}>
      <span>{t(`about.${kind}`)}</span>
      {kind !== 'none' && (
        <span className="way-facts">
          <span>
            <b>{t('needs')}:</b> {t(`needsOf.${kind}`)}
          </span>
          <span>
            <b>{t('stays')}:</b> {t(`staysOf.${kind}`)}
          </span>
          <span>
            <b>{t('reads')}:</b> {t(`readsOf.${kind}`)}
          </span>
        </span>
      )}
    </span>
  );
}
