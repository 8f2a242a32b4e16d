import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import type { Statistics } from '../../shared/statistics.ts';
import { useDuration } from '../format/useDuration.ts';
import { Measure } from './Measure.tsx';
import { Panel } from './Panel.tsx';
import { datesOf } from './periodOf.ts';

interface Line {
  readonly name: 'ringMedian' | 'ringNinetieth' | 'talkMedian' | 'talkNinetieth';
  readonly nowUs: Us | null;
  readonly beforeUs: Us | null;
  /** What a full bar stands for: ringing and talking differ too much for one measure. */
  readonly mostUs: Us;
}

/** How long it rang and was talked, against the period before. */
export function Lengths({ statistics }: { readonly statistics: Statistics }) {
  const t = useTranslations('statistics');
  const duration = useDuration();
  const { totals, totalsBefore, period } = statistics;
  const mostOf = (of: 'ring' | 'talk') => Math.max(1, totals[of]?.ninetiethUs ?? 0, totalsBefore[of]?.ninetiethUs ?? 0);
  const line = (name: Line['name'], of: 'ring' | 'talk', part: 'medianUs' | 'ninetiethUs'): Line => ({
    name,
    nowUs: totals[of]?.[part] ?? null,
    beforeUs: totalsBefore[of]?.[part] ?? null,
    mostUs: mostOf(of),
  });
  const all = [
    line('ringMedian', 'ring', 'medianUs'),
    line('ringNinetieth', 'ring', 'ninetiethUs'),
    line('talkMedian', 'talk', 'medianUs'),
    line('talkNinetieth', 'talk', 'ninetiethUs'),
  ];
  const write = (us: Us | null) => (us === null ? t('none') : duration(us));
  const seconds = (us: Us | null) => (us === null ? '' : us / 1_000_000);
  const { from, to } = datesOf(period);

  function lines() {
    const columns = [t('length'), t('seconds', { length: t('now') }), t('seconds', { length: t('earlier') })];
    return [columns, ...all.map(({ name, nowUs, beforeUs }) => [t(name), seconds(nowUs), seconds(beforeUs)])];
  }

  return (
    <Panel title={t('lengths')} csv={{ name: `lengths-${from}-${to}`, lines }}>
      <table className="measures">
        <thead>
          <tr>
            <th scope="col">{t('length')}</th>
            <th scope="col">{t('now')}</th>
            <th scope="col">{t('earlier')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ name, nowUs, beforeUs, mostUs }) => (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              <td>
                <Measure words={write(nowUs)} share={(nowUs ?? 0) / mostUs} />
              </td>
              <td>
                <Measure words={write(beforeUs)} share={(beforeUs ?? 0) / mostUs} isQuiet />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
