import { useTranslations } from 'use-intl';

import type { HopResult } from '../../shared/reach.ts';
import { Icon, type IconName } from '../components/Icon.tsx';

const icons = {
  waiting: null,
  running: null,
  passed: 'check',
  failed: 'cross',
  skipped: 'busy',
} as const satisfies Record<HopResult['state'], IconName | null>;

/** A hop of the test: how far the ring has come, in shape and word. */
export function HopLine({ result: { hop, state, milliseconds } }: { readonly result: HopResult }) {
  const t = useTranslations('reach.test');
  const icon = icons[state];
  return (
    <li className="hop" data-state={state}>
      <span className="hop-mark">{icon !== null && <Icon name={icon} />}</span>
      <span className="hop-name">{t(`hop.${hop}`)}</span>
      <span className="hop-state">
        {state === 'passed' && milliseconds !== null ? (
          <>
            <span className="unseen">{t('state.passed')} </span>
            {t('milliseconds', { ms: Math.round(milliseconds) })}
          </>
        ) : (
          t(`state.${state}`)
        )}
      </span>
    </li>
  );
}
