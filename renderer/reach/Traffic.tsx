import { useTranslations } from 'use-intl';

import type { Reach } from '../../shared/reach.ts';
import type { Status } from '../../shared/status.ts';
import { useAge } from '../format/useAge.ts';
import { useFormats } from '../format/useFormats.ts';
import { useWhen } from '../format/useWhen.ts';
import { midnightOf, useMinute } from '../time/ticker.ts';
import { Hours } from './Hours.tsx';

const hourMs = 3_600_000;

/** What has arrived lately. */
export function Traffic({ reach, status }: { readonly reach: Reach; readonly status: Status }) {
  const t = useTranslations('reach.facts');
  const { number } = useFormats();
  const age = useAge();
  const when = useWhen();
  const nowMs = useMinute();
  const { lastSuccessUs, roundTripMs, eventsPerHour } = reach;
  // The last one of them is the hour in progress.
  const hoursToday = Math.ceil((nowMs + 1 - midnightOf(nowMs)) / hourMs);
  const today = eventsPerHour.slice(-hoursToday).reduce((sum, events) => sum + events, 0);
  // Whoever has not begun has nothing to look at here.
  if (reach.state.kind === 'off' && status.lastEventAtUs === null) return null;
  return (
    <section className="reach-part" aria-label={t('title')}>
      <dl className="facts-row">
        <div title={t('lastSuccessHint')}>
          <dt>{t('lastSuccess')}</dt>
          <dd>{lastSuccessUs === null ? t('none') : age(lastSuccessUs)}</dd>
        </div>
        <div>
          <dt>{t('roundTrip')}</dt>
          <dd>{roundTripMs === null ? t('none') : t('milliseconds', { ms: Math.round(roundTripMs) })}</dd>
        </div>
        <div>
          <dt>{t('lastEvent')}</dt>
          <dd>{status.lastEventAtUs === null ? t('none') : when(status.lastEventAtUs)}</dd>
        </div>
        <div>
          <dt>{t('today')}</dt>
          <dd>{number(today)}</dd>
        </div>
      </dl>
      <Hours eventsPerHour={eventsPerHour} />
    </section>
  );
}
