import { useTranslations } from 'use-intl';

import { ModeLine } from './ModeLine.tsx';
import { useMask } from './useMask.ts';

/** Reminds that names and numbers are hidden, and ends that. */
export function MaskLine() {
  const t = useTranslations('mask');
  const held = useTranslations('settings.held');
  const { isOn, hold, turn, error } = useMask();
  if (!isOn) return null;
  return (
    <ModeLine
      icon="mask"
      title={t('title')}
      detail={hold === undefined ? t('key') : held(hold)}
      error={error}
      offLabel={t('switchOff')}
      onOff={hold === undefined ? () => turn(false) : null}
    />
  );
}
