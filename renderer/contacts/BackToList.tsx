import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';
import { navigate } from '../route/useRoute.ts';

/** The way back to the list, which Escape takes too. */
export function BackToList() {
  const t = useTranslations('contact');
  useEffect(() => {
    function backOnEscape(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented) navigate({ kind: 'contacts', search: '' });
    }
    window.addEventListener('keydown', backOnEscape);
    return () => window.removeEventListener('keydown', backOnEscape);
  }, []);
  return (
    <a className="back" href={hrefOf({ kind: 'contacts', search: '' })}>
      <Icon name="back" />
      {t('back')}
    </a>
  );
}
