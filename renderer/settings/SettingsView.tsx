import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Failure } from '../components/Failure.tsx';
import { SearchField } from '../components/SearchField.tsx';
import { useReading } from '../data/queries.ts';
import { About } from './About.tsx';
import { SettingSearchContext } from './search.ts';
import { Sections } from './Sections.tsx';

/** All settings on one page; what is looked for leaves those that have its words. */
export function SettingsView() {
  const t = useTranslations('settings');
  const { data: view, error, refetch } = useReading('settings.get', undefined);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const search = useMemo(() => ({ query, section: '' }), [query]);
  const page = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState(0);

  useLayoutEffect(() => {
    if (query !== '') setFound(page.current?.querySelectorAll('[data-setting]').length ?? 0);
  }, [query]);

  return (
    <div className="page settings" ref={page}>
      <header className="view-header settings-header">
        <h1>{t('title')}</h1>
        <SearchField label={t('search')} placeholder={t('search')} value={typed} onSearch={setTyped} />
      </header>
      <output className={query !== '' && found === 0 ? 'settings-none' : 'unseen'}>
        {view && query !== '' && t('found', { count: found })}
      </output>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <SettingSearchContext value={search}>{view && <Sections view={view} />}</SettingSearchContext>
      {query === '' && <About />}
    </div>
  );
}
