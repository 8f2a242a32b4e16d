import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { useFormats } from '../format/useFormats.ts';
import { useMinute } from '../time/ticker.ts';

const hourMs = 3_600_000;

/** Events of the last 24 hours: a picture, one sentence for whoever does not see it, and the numbers one click away. */
export function Hours({ eventsPerHour }: { readonly eventsPerHour: readonly number[] }) {
  const t = useTranslations('reach.hours');
  const { time, number } = useFormats();
  const [isTable, setTable] = useState(false);
  const thisHourMs = Math.floor(useMinute() / hourMs) * hourMs;
  const hours = eventsPerHour.map((events, index) => ({
    events,
    beginsMs: thisHourMs - (eventsPerHour.length - 1 - index) * hourMs,
  }));
  const most = hours.reduce((top, hour) => (hour.events > top.events ? hour : top), { events: 0, beginsMs: 0 });
  const summary = t('summary', { events: eventsPerHour.reduce((sum, events) => sum + events, 0) });
  const words =
    most.events === 0 ? summary : t('most', { summary, most: most.events, hour: time(most.beginsMs * 1000) });
  return (
    <figure className="hours" aria-label={t('title')}>
      {isTable && (
        // Whoever has no wheel scrolls it with the arrow keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="table-scroll" aria-label={t('title')} tabIndex={0}>
          <table className="numbers">
            <thead>
              <tr>
                <th scope="col">{t('hour')}</th>
                <th scope="col">{t('events')}</th>
              </tr>
            </thead>
            <tbody>
              {hours.toReversed().map(({ beginsMs, events }) => (
                <tr key={beginsMs}>
                  <th scope="row">{time(beginsMs * 1000)}</th>
                  <td>{number(events)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {!isTable && most.events > 0 && (
        <div className="bars" aria-hidden="true">
          {hours.map(({ beginsMs, events }) => (
            <span
              key={beginsMs}
              title={`${time(beginsMs * 1000)} · ${number(events)}`}
              data-none={events === 0}
              style={{ blockSize: `${most.events === 0 ? 0 : (100 * events) / most.events}%` }}
            />
          ))}
        </div>
      )}
      <figcaption>
        <span>{words}</span>
        <button type="button" className="button small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          <Icon name="table" />
          {t('table')}
        </button>
      </figcaption>
    </figure>
  );
}
