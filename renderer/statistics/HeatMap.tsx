import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Statistics } from '../../shared/statistics.ts';
import { useFormats } from '../format/useFormats.ts';
import { Panel } from './Panel.tsx';
import { datesOf } from './periodOf.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const labelEvery = 3;

/** When people call, by weekday and hour: a table whose cells are coloured, and show their numbers when asked. */
export function HeatMap({ statistics }: { readonly statistics: Statistics }) {
  const t = useTranslations('statistics');
  const { weekday, firstWeekday, number, twoDigits } = useFormats();
  const [showsNumbers, setShowsNumbers] = useState(false);
  const { heat, period } = statistics;
  const weekdays = Array.from({ length: 7 }, (_, index) => (firstWeekday + index) % 7);
  const most = Math.max(1, ...heat.flat());
  const title = t('heat');
  const callsAt = (day: number, hour: number) => heat[day]?.[hour] ?? 0;
  const { from, to } = datesOf(period);

  function lines() {
    const rows = weekdays.map((day) => [weekday(day, 'long'), ...hours.map((hour) => callsAt(day, hour))]);
    return [[t('weekday'), ...hours.map((hour) => `${twoDigits(hour)}:00`)], ...rows];
  }

  return (
    <Panel
      title={title}
      hint={t('heatHint')}
      other={{
        word: t('numbers'),
        label: t('numbersOf', { title }),
        isOn: showsNumbers,
        turn: () => setShowsNumbers(!showsNumbers),
      }}
      csv={{ name: `hours-${from}-${to}`, lines }}
    >
      {/* With its numbers it may be wider than the page. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" aria-label={t('tableName', { title })} tabIndex={0}>
        <table className="heat" data-numbers={showsNumbers}>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t('weekday')}</span>
              </th>
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  <span className={hour % labelEvery === 0 || showsNumbers ? undefined : 'unseen'}>
                    {twoDigits(hour)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((day) => (
              <tr key={day}>
                <th scope="row">{weekday(day, 'short')}</th>
                {hours.map((hour) => {
                  const calls = callsAt(day, hour);
                  const when = `${weekday(day, 'long')} ${twoDigits(hour)}:00`;
                  return (
                    <td
                      key={hour}
                      data-none={calls === 0}
                      style={{ ['--heat' as string]: heatOf(calls, most) }}
                      title={t('bar', { when, calls })}
                    >
                      <span className={showsNumbers ? undefined : 'unseen'}>{number(calls)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="heat-scale" aria-hidden="true">
        {t('fewer')}
        {[0.1, 0.3, 0.5, 0.75, 1].map((share) => (
          <span key={share} style={{ ['--heat' as string]: heatOf(share, 1) }} />
        ))}
        {t('more')}
      </p>
    </Panel>
  );
}

/** How strong a colour is, in percent; a single call is to be seen. */
function heatOf(calls: number, most: number): string {
  return calls === 0 ? '0%' : `${Math.round(8 + (92 * calls) / most)}%`;
}
