import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { SearchField } from '../components/SearchField.tsx';
import { queryOf, wholeLog, type LogFilter } from '../route/logFilter.ts';
import { Conditions } from './Conditions.tsx';
import { FilterButton } from './FilterButton.tsx';
import { ViewChoice } from './ViewChoice.tsx';

interface LogBarProps {
  readonly filter: LogFilter;
  /** What comes of typing is no step of its own to come back to. */
  readonly onChange: (change: Partial<LogFilter>, isTyping?: boolean) => void;
  /** The keyboard leaves for the list. */
  readonly onLeave: () => void;
  readonly onExport: () => void;
}

/** Everything that decides which calls the list shows. */
export function LogBar({ filter, onChange, onLeave, onExport }: LogBarProps) {
  const t = useTranslations('filters');
  return (
    <div className="log-bar">
      <div className="log-bar-line">
        <SearchField
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={filter.search}
          onSearch={(search) => onChange({ search }, true)}
          onLeave={onLeave}
        />
        <FilterButton filter={filter} onChange={onChange} />
        <button type="button" className="button" aria-label={t('export')} title={t('export')} onClick={onExport}>
          <Icon name="export" />
        </button>
      </div>
      <div className="log-bar-line">
        <ViewChoice view={filter.view} onChoose={(view) => onChange({ view })} />
        {queryOf(filter) !== '' && (
          <button type="button" className="button bare clear-filters" onClick={() => onChange(wholeLog)}>
            {t('clear')}
          </button>
        )}
      </div>
      <Conditions filter={filter} onChange={onChange} />
    </div>
  );
}
