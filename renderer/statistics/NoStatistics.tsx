import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';
import { isEmpty } from './bins.ts';

/** Stands where there is nothing to count: in the whole log, or in a period. */
export function NoStatistics() {
  const t = useTranslations();
  const { data: all } = useReading('statistics.get', null);
  const isWholeLog = all === undefined || isEmpty(all.totals);
  return (
    <div className="empty">
      <span className="empty-mark">
        <Icon name="statistics" />
      </span>
      <h2>{t(isWholeLog ? 'statistics.emptyTitle' : 'statistics.emptyPeriod')}</h2>
      <p>{t(isWholeLog ? 'statistics.emptyText' : 'statistics.emptyPeriodText')}</p>
      {isWholeLog ? (
        <a href={hrefOf({ kind: 'setup' })}>{t('calls.emptySetup')}</a>
      ) : (
        <a href={hrefOf({ kind: 'statistics', period: { kind: 'moving', period: 'all' } })}>
          {t('statistics.emptyAll')}
        </a>
      )}
    </div>
  );
}
