import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import type { FilterProps } from './FilterButton.tsx';
import { useFilterWords } from './useFilterWords.ts';

/** What narrows the calls: each condition can be taken away. */
export function Conditions({ filter, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const conditions = useFilterWords(filter);
  if (conditions.length === 0) return null;
  return (
    <ul className="conditions" aria-label={t('conditions')}>
      {conditions.map(({ key, words, without }) => (
        <li key={key}>
          <button type="button" className="condition" onClick={() => onChange(without)}>
            <bdi>{words}</bdi>
            <span className="unseen">{t('takeAway')}</span>
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}
