import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { Us } from '../../shared/call.ts';
import { oldAddressWorks } from '../../shared/oldAddressWorks.ts';
import type { Reach } from '../../shared/reach.ts';
import { Banner } from '../components/Banner.tsx';
import { hrefOf } from '../route/route.ts';
import { useIsOver } from '../time/ticker.ts';

/** So long a way that is down may come back by itself before the whole window speaks of it, in milliseconds. */
const patienceMs = 15_000;

/** That calls do not get here, whatever the user looks at. */
export function ReachProblem({ reach }: { readonly reach: Reach }) {
  const t = useTranslations('problems');
  const { state } = reach;
  switch (state.kind) {
    case 'off':
    case 'starting':
    case 'degraded':
      return null;
    case 'up':
      if (reach.changedFrom === null || oldAddressWorks(reach)) return null;
      return (
        <Banner weight="bad" title={t('moved')} action={<ToConnection />}>
          {t('movedHint')}
        </Banner>
      );
    case 'down':
      return <Down sinceUs={state.sinceUs} />;
    case 'blocked':
      return (
        <Banner weight="bad" title={t('unreachable')} action={<ToConnection />}>
          {t('blockedHint')}
        </Banner>
      );
    default:
      return assertNever(state);
  }
}

function Down({ sinceUs }: { readonly sinceUs: Us }) {
  const t = useTranslations('problems');
  if (!useIsOver(sinceUs / 1000 + patienceMs)) return null;
  return (
    <Banner weight="bad" title={t('unreachable')} action={<ToConnection />}>
      {t('unreachableHint')}
    </Banner>
  );
}

function ToConnection() {
  const t = useTranslations('problems');
  return (
    <a className="button" href={hrefOf({ kind: 'connection' })}>
      {t('openConnection')}
    </a>
  );
}
