/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import { useTranslations } from 'use-intl';

import { useDay } from '../format/useDay.ts';
import { columns } from './columns.ts';
import type { Line } from './lines.ts';

interface HeadingLineProps {
  readonly item: Exclude<Line, { kind: 'call' | 'gap' | 'far' }>;
  readonly rowIndex: number;
}

/** Names the day of the calls below it. */
export function HeadingLine({ item, rowIndex }: HeadingLineProps) {
  const t = useTranslations('day');
  const dayOf = useDay();
  return (
    <div role="row" className="line line-heading" aria-rowindex={rowIndex}>
      <div role="rowheader" aria-colspan={columns.length}>
        {item.kind === 'live' ? t('live') : dayOf(item.midnightMs)}
      </div>
    </div>
  );
}
