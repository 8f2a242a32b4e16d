import { useId } from 'react';
import { useTranslations } from 'use-intl';

import type { Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useChange } from './useChange.ts';

const themes = ['system', 'light', 'dark'] as const;

export function ThemeSetting({ value, isFixed }: { readonly value: Settings['theme']; readonly isFixed: boolean }) {
  const t = useTranslations('settings');
  const id = useId();
  const { mutate, error, pending } = useChange();
  const failureText = useFailureText();
  return (
    <fieldset className="field" disabled={isFixed} aria-describedby={`${id}-hint`}>
      <div className="field-words">
        <legend>{t('theme')}</legend>
        <p id={`${id}-hint`}>
          {t('themeHint')}
          {isFixed && <em className="field-fixed"> {t('fixed')}</em>}
        </p>
      </div>
      <div className="field-control">
        <div className="choices">
          {themes.map((theme) => (
            <label key={theme}>
              <input
                type="radio"
                name={id}
                checked={theme === (pending.theme ?? value)}
                onChange={() => mutate({ theme })}
              />
              <span>{t(`themes.${theme}`)}</span>
            </label>
          ))}
        </div>
        {error && (
          <p className="field-refusal" role="alert">
            {failureText(error)}
          </p>
        )}
      </div>
    </fieldset>
  );
}
