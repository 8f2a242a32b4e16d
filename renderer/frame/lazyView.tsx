import { lazy, type ComponentType } from 'react';
import { useTranslations } from 'use-intl';

/** A view that is loaded when it is opened. Where that fails, for Ringside was stopped meanwhile, it says so calmly. */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy(() =>
    load().then(
      (View) => ({ default: View }),
      (error: unknown) => {
        // What browsers reject with when a file cannot be had; all else is a mistake of ours, and shows as one.
        if (error instanceof TypeError) return { default: NotLoaded };
        throw error;
      },
    ),
  );
}

function NotLoaded() {
  const t = useTranslations('errors');
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{t('view')}</p>
      <p>{t('viewHint')}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t('again')}
      </button>
    </div>
  );
}
