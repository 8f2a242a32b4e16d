import { useTranslations } from 'use-intl';

import type { Gap } from '../../shared/reach.ts';
import { midnightOf } from '../time/ticker.ts';
import { useFormats } from './useFormats.ts';
import { useWhen } from './useWhen.ts';

/** Says of a gap when it was, what was the matter, and that nobody knows what rang: "12:10–12:42: not listening; …". */
export function useGapWords(): (gap: Gap, isDated?: boolean) => string {
  const t = useTranslations('gap');
  const { times, moments } = useFormats();
  const when = useWhen();
  return ({ fromUs, toUs, cause }, isDated = false) => {
    if (toUs === null) return t(cause, { when: t('since', { when: when(fromUs) }) });
    const isOneDay = midnightOf(fromUs / 1000) === midnightOf(toUs / 1000);
    return t(cause, { when: (isOneDay && !isDated ? times : moments)(fromUs, toUs) });
  };
}
