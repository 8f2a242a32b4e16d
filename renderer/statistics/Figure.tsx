import { useTranslations } from 'use-intl';

import { useFormats } from '../format/useFormats.ts';

interface FigureProps {
  readonly name: string;
  /** Null when there is none. */
  readonly value: number | null;
  /** Of the period before; null when there is none to compare with. */
  readonly before: number | null;
  readonly write: (value: number) => string;
  readonly hint: string;
  /** Which change is good news; neither where nobody can say. */
  readonly better?: 'more' | 'less';
  /** A share changes by points, all others by a part of what was. */
  readonly isShare?: boolean;
}

export function Figure({ name, value, before, write, hint, better, isShare = false }: FigureProps) {
  const t = useTranslations('statistics');
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd className="figure-value">
        {value === null ? t('none') : write(value)}
        {value !== null && before !== null && (isShare || before > 0) && (
          <Change value={value} before={before} was={write(before)} better={better} isShare={isShare} />
        )}
      </dd>
      <dd className="figure-hint">{hint}</dd>
    </div>
  );
}

interface ChangeProps {
  readonly value: number;
  readonly before: number;
  readonly was: string;
  readonly better: FigureProps['better'];
  readonly isShare: boolean;
}

function Change({ value, before, was, better, isShare }: ChangeProps) {
  const t = useTranslations('statistics');
  const { change, number } = useFormats();
  const points = Math.round((value - before) * 100);
  const part = isShare ? points : Math.round((value / before - 1) * 100);
  const sign = points > 0 ? '+' : '−';
  const words = isShare ? t('points', { sign, points: number(Math.abs(points)) }) : change(part / 100);
  const tone = part === 0 || better === undefined ? 'quiet' : part > 0 === (better === 'more') ? 'good' : 'bad';
  const text = part === 0 ? t('same') : words;
  return (
    <span className="figure-change" data-tone={tone} title={t('before', { change: text, value: was })}>
      {text}
    </span>
  );
}
