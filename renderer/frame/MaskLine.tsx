import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useMask } from './useMask.ts';

/** Reminds that names and numbers are hidden, and ends that. */
export function MaskLine() {
  const t = useTranslations('mask');
  const failureText = useFailureText();
  const { isOn, turn, error } = useMask();
  if (!isOn) return null;
  return (
    <div className="disturb" title={`${t('title')} (${t('key')})`}>
      <Icon name="mask" />
      <p className="sidebar-word">
        <strong>{t('title')}</strong> <span>{error ? failureText(error) : t('key')}</span>
      </p>
      <button
        type="button"
        className="button bare"
        aria-label={t('switchOff')}
        title={t('switchOff')}
        onClick={() => turn(false)}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
