import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { Statistics } from '../../shared/statistics.ts';
import { Failure } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { reading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';
import { usualPeriod, type PeriodChoice } from '../route/periodChoice.ts';
import { useToday } from '../time/ticker.ts';
import { isEmpty } from './bins.ts';
import { CallsPanel } from './CallsPanel.tsx';
import { HeatMap } from './HeatMap.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Lengths } from './Lengths.tsx';
import { NoStatistics } from './NoStatistics.tsx';
import { PeriodChooser } from './PeriodChooser.tsx';
import { periodOf } from './periodOf.ts';
import { TopCallers } from './TopCallers.tsx';

/** How often that is, in ms. */
const fillingMs = 1000;

/** What the calls of a period come to. */
export function StatisticsView({ choice = usualPeriod }: { readonly choice?: PeriodChoice | undefined }) {
  const t = useTranslations('statistics');
  const { dates } = useFormats();
  const today = useToday();
  const asked = periodOf(choice, today);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...reading(useAsk(), 'statistics.get', asked),
    // The page stands still while another period is added up.
    placeholderData: keepPreviousData,
    // What is still being added up is read again until all of it is there.
    refetchInterval: ({ state }) => (typeof state.data?.filling === 'number' ? fillingMs : false),
  });
  const datesOf = ({ fromUs, toUs }: Statistics['period']) => dates(fromUs / 1000, toUs / 1000 - 1);
  const shown = asked ?? data?.period ?? { fromUs: today * 1000, toUs: today * 1000 + 1 };
  const hasBefore = data !== undefined && !isEmpty(data.totalsBefore);
  return (
    <div className="statistics">
      <header className="view-header">
        <h1>{t('title')}</h1>
        <PeriodChooser choice={choice} period={shown} />
        {data && (
          <p className="statistics-when">
            {hasBefore
              ? t('compared', { period: datesOf(data.period), before: datesOf(data.before) })
              : datesOf(data.period)}
          </p>
        )}
      </header>
      <output className="statistics-filling">
        {typeof data?.filling === 'number' && (
          <>
            <progress value={data.filling} aria-label={t('filling')} />
            {t('filling')}
          </>
        )}
      </output>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <p className="reading">{t('reading')}</p>}
      {data && data.filling === null && isEmpty(data.totals) && <NoStatistics />}
      {data && !isEmpty(data.totals) && (
        <div className="statistics-body" aria-busy={isPlaceholderData}>
          <KeyFigures statistics={data} />
          <CallsPanel statistics={data} />
          <HeatMap statistics={data} />
          <Lengths statistics={data} />
          <TopCallers statistics={data} />
        </div>
      )}
    </div>
  );
}
