import { useTranslations } from 'use-intl';

import { useFormats } from '../format/useFormats.ts';
import { callsOf, type ChartGroup, type GroupCounts } from './bins.ts';

interface LegendProps {
  /** What the counts are of: the whole period, or the bar that is looked at. */
  readonly when: string;
  readonly counts: GroupCounts;
  readonly groups: readonly ChartGroup[];
}

/** What the colours mean, and how many calls each of them stands for. */
export function Legend({ when, counts, groups }: LegendProps) {
  const t = useTranslations('statistics');
  const { number } = useFormats();
  return (
    <div className="legend">
      <p>{t('bar', { when, calls: callsOf(counts) })}</p>
      <ul>
        {groups.map((group) => (
          <li key={group}>
            <span className="swatch" data-group={group} />
            {t(`group.${group}`)} <b>{number(counts[group])}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
