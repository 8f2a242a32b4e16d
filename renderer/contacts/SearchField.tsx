import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { plainKey } from '../keys/plainKey.ts';

interface SearchFieldProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The arrow leads from the field to what was found. */
  readonly onEnterList: () => void;
}

/** Finds while somebody types; `/` leads here from anywhere in the view. */
export function SearchField({ search, onSearch, onEnterList }: SearchFieldProps) {
  const t = useTranslations('contacts');
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search);
  const [lastSearch, setLastSearch] = useState(search);
  // The way back leads to another search; what is being typed leads to its own.
  if (search !== lastSearch) {
    setLastSearch(search);
    if (search !== text.trim()) setText(search);
  }

  useEffect(() => {
    function focusOnSlash(event: globalThis.KeyboardEvent) {
      if (event.defaultPrevented || plainKey(event) !== '/') return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    window.addEventListener('keydown', focusOnSlash);
    return () => window.removeEventListener('keydown', focusOnSlash);
  }, []);

  function write(words: string) {
    setText(words);
    onSearch(words.trim());
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') onEnterList();
    else if (event.key !== 'Escape') return;
    else if (text === '') onEnterList();
    else write('');
    event.preventDefault();
  }

  return (
    <div className="contact-search">
      <Icon name="search" />
      <input
        type="text"
        ref={field}
        dir="auto"
        aria-label={t('search')}
        aria-keyshortcuts="/"
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === '' && (
        <kbd className="contact-search-key" aria-hidden="true">
          /
        </kbd>
      )}
    </div>
  );
}
