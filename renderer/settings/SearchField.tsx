import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { plainKey } from '../keys/plainKey.ts';

interface SearchFieldProps {
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** Looks for settings. `/` goes there from anywhere on the page, Escape empties it. */
export function SearchField({ text, onType }: SearchFieldProps) {
  const t = useTranslations('settings');
  const field = useRef<HTMLInputElement>(null);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (plainKey(event) !== '/') return;
    event.preventDefault();
    field.current?.focus();
    field.current?.select();
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => onKeyDown(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <div className="settings-search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        aria-label={t('search')}
        placeholder={t('search')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onType('')}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          className="button bare"
          aria-label={t('clearSearch')}
          title={t('clearSearch')}
          onClick={() => {
            onType('');
            field.current?.focus();
          }}
        >
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
