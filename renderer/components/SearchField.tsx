import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

import { plainKey } from '../keys/plainKey.ts';
import { Icon } from './Icon.tsx';
import { usePacedText } from './usePacedText.ts';

/** What the core takes at most. */
const longest = 200;

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** What is searched for now. */
  readonly value: string;
  readonly onSearch: (text: string) => void;
  /** The keyboard goes to what was found. */
  readonly onLeave?: () => void;
}

/** Finds while one types. `/` leads here from anywhere; Esc clears, and a second one leaves, as Enter and ↓ do. */
export function SearchField({ label, placeholder, value, onSearch, onLeave }: SearchFieldProps) {
  const t = useTranslations('search');
  const field = useRef<HTMLInputElement>(null);
  const { text, write, settle } = usePacedText(value, onSearch);

  useEffect(() => {
    function goToSearch(event: globalThis.KeyboardEvent) {
      if (event.defaultPrevented || plainKey(event) !== '/') return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    }
    window.addEventListener('keydown', goToSearch);
    return () => window.removeEventListener('keydown', goToSearch);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') write('');
    else if (onLeave && ['Escape', 'Enter', 'ArrowDown'].includes(event.key)) {
      settle();
      onLeave();
    } else return;
    event.preventDefault();
  }

  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search"
        ref={field}
        dir="auto"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={longest}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          className="button bare"
          aria-label={t('clear')}
          title={t('clear')}
          onClick={() => {
            write('');
            field.current?.focus();
          }}
        >
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
