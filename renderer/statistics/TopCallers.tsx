import { useTranslations } from 'use-intl';

import type { Statistics } from '../../shared/statistics.ts';
import { PartyName, usePartyText } from '../components/PartyName.tsx';
import { useFormats } from '../format/useFormats.ts';
import { useRoughDuration } from '../format/useRoughDuration.ts';
import { wholeLog } from '../route/logFilter.ts';
import { hrefOf } from '../route/route.ts';
import { Measure } from './Measure.tsx';
import { Panel } from './Panel.tsx';
import { datesOf } from './periodOf.ts';

/** Whoever called most often; each leads to their calls. */
export function TopCallers({ statistics }: { readonly statistics: Statistics }) {
  const t = useTranslations('statistics');
  const { number } = useFormats();
  const duration = useRoughDuration();
  const partyText = usePartyText();
  const { callers, period } = statistics;
  const most = Math.max(1, callers[0]?.calls ?? 0);
  const { from, to } = datesOf(period);

  function lines() {
    const columns = [t('caller'), t('number'), t('calls'), t('missed'), t('seconds', { length: t('talk') })];
    const rows = callers.map(({ party, calls, missed, talkUs }) => [
      partyText(party),
      party.e164 ?? party.number ?? '',
      calls,
      missed,
      Math.round(talkUs / 1_000_000),
    ]);
    return [columns, ...rows];
  }

  return (
    <Panel title={t('callers')} hint={t('callersHint')} csv={{ name: `callers-${from}-${to}`, lines }}>
      {callers.length === 0 ? (
        <p className="stat-none">{t('callersNone')}</p>
      ) : (
        <table className="measures callers">
          <thead>
            <tr>
              <th scope="col">{t('caller')}</th>
              <th scope="col">{t('calls')}</th>
              <th scope="col">{t('missed')}</th>
              <th scope="col">{t('talk')}</th>
            </tr>
          </thead>
          <tbody>
            {callers.map(({ party, ref, calls, missed, talkUs }) => (
              <tr key={ref}>
                <th scope="row">
                  <a href={hrefOf({ kind: 'calls', filter: { ...wholeLog, person: ref } })}>
                    <PartyName party={party} />
                  </a>
                </th>
                <td>
                  <Measure words={number(calls)} share={calls / most} />
                </td>
                <td>{number(missed)}</td>
                <td>{duration(talkUs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
