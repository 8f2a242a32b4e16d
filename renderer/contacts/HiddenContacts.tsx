import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useMask } from '../frame/useMask.ts';

/** Stands in place of everything here while others see the screen: it is all names and numbers. */
export function HiddenContacts() {
  const t = useTranslations();
  const failureText = useFailureText();
  const { turn, error } = useMask();
  return (
    <>
      <header className="view-header">
        <h1>{t('contacts.title')}</h1>
      </header>
      <div className="empty">
        <span className="empty-mark">
          <Icon name="mask" />
        </span>
        <h2>{t('contacts.hiddenTitle')}</h2>
        <p>{t('contacts.hiddenText')}</p>
        <button type="button" className="button" onClick={() => turn(false)}>
          {t('mask.switchOff')}
        </button>
        {error && (
          <p className="field-refusal" role="alert">
            {failureText(error)}
          </p>
        )}
      </div>
    </>
  );
}
