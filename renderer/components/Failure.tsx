import { useTranslations } from 'use-intl';

import { Refusal } from '../data/ask.ts';
import { useReasonWords } from './useReasonWords.ts';

/** What a failed request says to the user: why the core refused it, or that it cannot be reached. */
export function useFailureText(): (error: Error) => string {
  const t = useTranslations('errors');
  const reasonWords = useReasonWords();
  return (error) => {
    if (!(error instanceof Refusal)) return t('unreachable');
    return error.words.length === 0 ? error.message : error.words.map(reasonWords).join(' ');
  };
}

/** Stands where something could not be read, and offers to try again. */
export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useTranslations('errors');
  const textOf = useFailureText();
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{t('title')}</p>
      <p>{textOf(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('again')}
      </button>
    </div>
  );
}
