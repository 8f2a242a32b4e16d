import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Period } from '../../shared/statistics.ts';
import { movingPeriods, periodChoiceOf, periodQuery, type PeriodChoice } from '../route/periodChoice.ts';
import { hrefOf } from '../route/route.ts';
import { navigate } from '../route/useRoute.ts';
import { datesOf } from './periodOf.ts';

interface PeriodChooserProps {
  readonly choice: PeriodChoice;
  /** What is shown now: own dates begin with it. */
  readonly period: Period;
}

/** Each period is a place of its own, so that the way back leads to the one before. */
export function PeriodChooser({ choice, period }: PeriodChooserProps) {
  const t = useTranslations('statistics');
  const dates: PeriodChoice = { kind: 'dates', ...datesOf(period) };
  const chosen = choice.kind === 'dates' ? 'dates' : choice.period;
  const places = [
    ...movingPeriods.map((name) => ({ name, place: { kind: 'moving', period: name } as const })),
    { name: 'dates', place: dates } as const,
  ];
  return (
    <div className="period">
      <nav className="choices" aria-label={t('period')}>
        {places.map(({ name, place }) => (
          <a
            key={name}
            href={hrefOf({ kind: 'statistics', period: place })}
            aria-current={name === chosen ? 'true' : undefined}
          >
            {t(`periods.${name}`)}
          </a>
        ))}
      </nav>
      {choice.kind === 'dates' && (
        <p className="period-dates">
          <DateField label={t('from')} date={choice.from} onChange={(from) => go({ ...choice, from })} />
          <DateField label={t('to')} date={choice.to} onChange={(to) => go({ ...choice, to })} />
        </p>
      )}
    </div>
  );
}

/** Nowhere while the dates make no sense yet. */
function go(choice: PeriodChoice): void {
  const understood = periodChoiceOf(periodQuery(choice));
  if (understood.kind === 'dates') navigate({ kind: 'statistics', period: understood });
}

interface DateFieldProps {
  readonly label: string;
  readonly date: string;
  readonly onChange: (date: string) => void;
}

function DateField({ label, date, onChange }: DateFieldProps) {
  /** A year is typed digit by digit. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label>
      {label}
      <input
        type="date"
        value={typed ?? date}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(target.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
