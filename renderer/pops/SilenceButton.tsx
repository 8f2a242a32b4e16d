import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { usePopDeeds } from './usePopDeeds.ts';

interface SilenceButtonProps {
  readonly callRef: string;
  /** Its icon alone. */
  readonly isBare?: boolean;
}

/** Switches the sound of one call off. */
export function SilenceButton({ callRef, isBare = false }: SilenceButtonProps) {
  const t = useTranslations('pop');
  const { silence } = usePopDeeds(callRef);
  return (
    <button
      type="button"
      className={isBare ? 'button bare' : 'button'}
      aria-label={isBare ? t('silence') : undefined}
      title={isBare ? t('silence') : undefined}
      onClick={silence}
    >
      <Icon name="silence-sound" />
      {!isBare && t('silence')}
    </button>
  );
}
