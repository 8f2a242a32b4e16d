import { lazy, Suspense, useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import type { LogFilter } from '../route/logFilter.ts';

const FilterFields = lazy(async () => ({ default: (await import('./FilterFields.tsx')).FilterFields }));

export interface FilterProps {
  readonly filter: LogFilter;
  readonly onChange: (change: Partial<LogFilter>) => void;
}

/** Opens what else the calls can be narrowed by. */
export function FilterButton({ filter, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="button filter-button" popoverTarget={id}>
        <Icon name="filter" />
        {t('more')}
      </button>
      <dialog
        id={id}
        popover="auto"
        className="popover filter-popover"
        aria-label={t('more')}
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {isOpen && (
          <Suspense>
            <FilterFields filter={filter} onChange={onChange} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
