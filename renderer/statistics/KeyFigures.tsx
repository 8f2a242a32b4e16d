import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import type { Spread, Statistics, Totals } from '../../shared/statistics.ts';
import { useDuration } from '../format/useDuration.ts';
import { useFormats } from '../format/useFormats.ts';
import { useRoughDuration } from '../format/useRoughDuration.ts';
import { groupCounts, sumOf } from './bins.ts';
import { Figure } from './Figure.tsx';

const hourUs = 3_600_000_000;

/** What the numbers of a period come to in one glance. */
function figuresOf(totals: Totals) {
  const counts = groupCounts(totals);
  // Whom a colleague took was helped, by somebody else.
  const mine = counts.answered + counts.missed + counts.declined;
  return {
    incoming: sumOf(totals.incoming),
    outgoing: counts.outgoing,
    calls: sumOf(totals.incoming) + counts.outgoing,
    mine,
    share: mine === 0 ? null : counts.answered / mine,
    missed: counts.missed,
  };
}

export function KeyFigures({ statistics }: { readonly statistics: Statistics }) {
  const t = useTranslations('statistics');
  const { number, percent, decimal } = useFormats();
  const duration = useDuration();
  const roughly = useRoughDuration();
  const { totals, totalsBefore, days } = statistics;
  // Of weeks of talk, minutes say nothing.
  const inAll = (us: Us) => (us < 100 * hourUs ? roughly(us) : t('hours', { hours: number(Math.round(us / hourUs)) }));
  const now = figuresOf(totals);
  const then = figuresOf(totalsBefore);
  // With nothing before there is nothing to compare with.
  const before = <Value,>(value: Value | null) => (then.calls === 0 ? null : value);
  const median = (spread: Spread | null) => spread?.medianUs ?? null;
  const within = (spread: Spread | null) =>
    spread === null ? '' : t('spreadHint', { ninetieth: duration(spread.ninetiethUs) });
  return (
    <dl className="figures" aria-label={t('figures')}>
      <Figure
        name={t('calls')}
        value={now.calls}
        before={before(then.calls)}
        write={number}
        hint={t('callsHint', { incoming: now.incoming, outgoing: now.outgoing })}
      />
      <Figure
        name={t('share')}
        value={now.share}
        before={before(then.share)}
        write={percent}
        hint={now.share === null ? t('shareNone') : t('shareHint', { of: now.mine })}
        better="more"
        isShare
      />
      <Figure
        name={t('missed')}
        value={now.missed}
        before={before(then.missed)}
        write={number}
        hint={t('missedHint', { perDay: decimal(now.missed / days.length) })}
        better="less"
      />
      <Figure
        name={t('rang')}
        value={median(totals.ring)}
        before={before(median(totalsBefore.ring))}
        write={duration}
        hint={within(totals.ring)}
      />
      <Figure
        name={t('talked')}
        value={median(totals.talk)}
        before={before(median(totalsBefore.talk))}
        write={duration}
        hint={within(totals.talk)}
      />
      <Figure
        name={t('talk')}
        value={totals.talkUs}
        before={before(totalsBefore.talkUs)}
        write={inAll}
        hint={t('talkHint', { perDay: roughly(totals.talkUs / days.length) })}
      />
    </dl>
  );
}
