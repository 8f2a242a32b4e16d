import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { usePopDeeds } from './usePopDeeds.ts';

/** Takes a card away. */
export function DismissButton({ callRef }: { readonly callRef: string }) {
  const t = useTranslations('pop');
  const { dismiss } = usePopDeeds(callRef);
  return (
    <button
      type="button"
      className="button bare pop-dismiss"
      aria-label={t('dismiss')}
      title={t('dismiss')}
      onClick={dismiss}
    >
      <Icon name="cross" />
    </button>
  );
}
