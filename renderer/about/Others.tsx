import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Notice } from '../../shared/notice.ts';
import { SearchField } from '../components/SearchField.tsx';
import { folded } from '../settings/folded.ts';
import { NoticeLine } from './NoticeLine.tsx';

/** What others have made, by name; what is looked for leaves those that have its words. */
export function Others({ notices }: { readonly notices: readonly Notice[] }) {
  const t = useTranslations('about');
  const [typed, setTyped] = useState('');
  const wanted = folded(useDeferredValue(typed.trim())).split(/\s+/);
  const found = notices.filter((notice) => {
    const there = folded([notice.name, notice.author, notice.licence].join(' '));
    return wanted.every((word) => there.includes(word));
  });
  return (
    <>
      <div className="about-search">
        <p>{t('othersHint')}</p>
        <SearchField label={t('search')} placeholder={t('search')} value={typed} onSearch={setTyped} />
        <output>{t('found', { count: found.length })}</output>
      </div>
      <ul className="notices">
        {found.map((notice) => (
          <li key={`${notice.name} ${notice.version}`}>
            <NoticeLine notice={notice} />
          </li>
        ))}
      </ul>
    </>
  );
}
