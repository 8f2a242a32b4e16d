import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useReading } from '../data/queries.ts';
import { useGapWords } from '../format/useGapWords.ts';
import { Fold } from './Fold.tsx';

/** Those in sight before all of them are asked for. */
const first = 8;

/** Times in which events could not get here. */
export function Gaps() {
  const t = useTranslations('reach.gaps');
  const { data: gaps } = useReading('reach.gaps', undefined);
  const wordsOf = useGapWords();
  const [isAll, setAll] = useState(false);
  if (gaps === undefined) return null;
  const isOngoing = gaps.some((gap) => gap.toUs === null);
  return (
    <Fold
      title={t('title')}
      state={gaps.length === 0 ? t('none') : t('count', { count: gaps.length })}
      tone={isOngoing ? 'bad' : 'quiet'}
    >
      <p>{t('hint')}</p>
      <ul className="gap-list">
        {(isAll ? gaps : gaps.slice(0, first)).map((gap) => (
          <li key={gap.fromUs}>{wordsOf(gap, true)}</li>
        ))}
      </ul>
      {!isAll && gaps.length > first && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('more', { count: gaps.length })}
        </button>
      )}
    </Fold>
  );
}
