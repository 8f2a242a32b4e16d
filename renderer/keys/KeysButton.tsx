import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { plainKey } from './plainKey.ts';

const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }));

/** Shows what the keyboard can do; so does `?`, from anywhere. */
export function KeysButton() {
  const t = useTranslations('keys');
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    function open(event: KeyboardEvent) {
      if (event.defaultPrevented || plainKey(event) !== '?') return;
      event.preventDefault();
      setIsOpen(true);
    }
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        className="sidebar-keys"
        aria-keyshortcuts="?"
        title={t('title')}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="keyboard" />
        <span className="sidebar-word">{t('title')}</span>
        <kbd className="sidebar-word" aria-hidden="true">
          ?
        </kbd>
      </button>
      {isOpen && (
        <Suspense>
          <KeySheet onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
