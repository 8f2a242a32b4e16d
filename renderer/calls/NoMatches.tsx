import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { useFilterWords } from '../filters/useFilterWords.ts';
import { wholeLog, type LogFilter } from '../route/logFilter.ts';

interface NoMatchesProps {
  readonly filter: LogFilter;
  readonly onClear: (filter: LogFilter) => void;
}

/** Says which conditions hide every call, and takes them away. */
export function NoMatches({ filter, onClear }: NoMatchesProps) {
  const t = useTranslations('filters');
  const search = filter.search.trim();
  const words = [
    ...(filter.view === 'all' ? [] : [t(`view.${filter.view}`)]),
    ...(search === '' ? [] : [t('searched', { search })]),
    ...useFilterWords(filter).map((condition) => condition.words),
  ];
  return (
    <div className="empty" aria-live="polite">
      <span className="empty-mark">
        <Icon name="search" />
      </span>
      <h2>{t('noneTitle')}</h2>
      <p>{t('noneText', { count: words.length })}</p>
      <ul className="empty-conditions">
        {words.map((word) => (
          <li key={word} className="badge">
            <bdi>{word}</bdi>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => onClear(wholeLog)}>
        {t('clearAll')}
      </button>
    </div>
  );
}
