import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Statistics } from '../../shared/statistics.ts';
import { useFormats } from '../format/useFormats.ts';
import { binsOf, callsOf, chartGroups, groupCounts, type Bin } from './bins.ts';
import { CallsChart } from './CallsChart.tsx';
import { CallsTable } from './CallsTable.tsx';
import { Legend } from './Legend.tsx';
import { Panel } from './Panel.tsx';
import { datesOf, dateOf } from './periodOf.ts';

const titles = { day: 'perDay', week: 'perWeek', month: 'perMonth' } as const;

/** Calls by day, week or month, and what became of them. */
export function CallsPanel({ statistics }: { readonly statistics: Statistics }) {
  const t = useTranslations('statistics');
  const { firstWeekday, fullDate, dates } = useFormats();
  const [isTable, setIsTable] = useState(false);
  const [current, setCurrent] = useState<number | null>(null);
  const { step, bins } = binsOf(statistics.days, firstWeekday);
  const title = t(titles[step]);
  const whenOf = ({ firstMs, lastMs }: Bin) => (firstMs === lastMs ? fullDate(firstMs) : dates(firstMs, lastMs));
  const shown = current === null ? undefined : bins[current];
  const counts = shown?.counts ?? groupCounts(statistics.totals);
  const groups = chartGroups.filter((group) => group !== 'unclear' || groupCounts(statistics.totals).unclear > 0);
  const { from, to } = datesOf(statistics.period);

  function lines() {
    const columns = [t('from'), t('to'), t('calls'), ...groups.map((group) => t(`group.${group}`))];
    const rows = bins.map((bin) => [
      dateOf(bin.firstMs),
      dateOf(bin.lastMs),
      callsOf(bin.counts),
      ...groups.map((group) => bin.counts[group]),
    ]);
    return [columns, ...rows];
  }

  return (
    <Panel
      title={title}
      other={{
        word: t('asTable'),
        label: t('tableOf', { title }),
        isOn: isTable,
        turn: () => setIsTable(!isTable),
      }}
      csv={{ name: `calls-${from}-${to}`, lines }}
    >
      {isTable ? (
        <CallsTable title={title} bins={bins} groups={groups} whenOf={whenOf} />
      ) : (
        <>
          <Legend when={shown === undefined ? t('ofPeriod') : whenOf(shown)} counts={counts} groups={groups} />
          <CallsChart
            title={title}
            step={step}
            bins={bins}
            groups={groups}
            whenOf={whenOf}
            current={current}
            onCurrent={setCurrent}
          />
        </>
      )}
    </Panel>
  );
}
