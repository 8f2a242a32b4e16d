import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { oldAddressWorks } from '../../shared/oldAddressWorks.ts';
import type { Reach, Trouble, TunnelKind } from '../../shared/reach.ts';
import type { Status } from '../../shared/status.ts';
import type { IconName } from '../components/Icon.tsx';
import { useWhen } from '../format/useWhen.ts';
import { deedOf, useTroubleWords, type Deed } from './useTroubleWords.ts';

/** The answer to the one question of the connection. */
export interface Answer {
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  /** What can be done about it. Null when there is nothing to do. */
  readonly deed: Deed | null;
  /** Tried again then; null when nothing is. */
  readonly retryAtUs: number | null;
  readonly trouble: Trouble | null;
}

const settled = { deed: null, retryAtUs: null, trouble: null } as const;

/** Whether the PBX reaches Ringside, in words; a listener or a log that takes no events outweighs the way to them. */
export function useAnswer(): (reach: Reach, status: Status, way: TunnelKind) => Answer {
  const t = useTranslations('reach.answer');
  const troubleWords = useTroubleWords();
  const when = useWhen();

  return (reach, status, way) => {
    const { state } = reach;
    if (status.store.kind !== 'open' || status.listener.kind === 'port-taken' || status.listener.kind === 'failed')
      return { tone: 'bad', icon: 'cross', title: t('broken'), hint: t('brokenHint'), ...settled };
    switch (state.kind) {
      case 'off':
        return { tone: 'quiet', icon: 'lock', title: t('off'), hint: t('offHint'), ...settled, deed: 'choose' };
      case 'starting':
        return { tone: 'quiet', icon: 'open', title: t('starting'), hint: t('startingHint'), ...settled };
      case 'up':
        if (oldAddressWorks(reach) && reach.oldTokenUntilUs !== null)
          return {
            tone: 'warn',
            icon: 'clock',
            title: t('lasting', { when: when(reach.oldTokenUntilUs) }),
            hint: t('lastingHint'),
            ...settled,
          };
        if (reach.changedFrom !== null)
          return { tone: 'warn', icon: 'alert', title: t('moved'), hint: t('movedHint'), ...settled };
        if (status.lastEventAtUs === null)
          return { tone: 'good', icon: 'check', title: t('ready'), hint: t('readyHint'), ...settled };
        return {
          tone: 'good',
          icon: 'check',
          title: t('up'),
          hint: t('upHint', { when: when(state.sinceUs) }),
          ...settled,
        };
      case 'degraded':
      case 'down':
      case 'blocked': {
        const { trouble } = state;
        const sentence = troubleWords(trouble.code, way);
        return {
          tone: state.kind === 'degraded' ? 'warn' : 'bad',
          icon: state.kind === 'degraded' ? 'question' : state.kind === 'down' ? 'cross' : 'alert',
          title: t(state.kind),
          hint: state.kind === 'degraded' ? `${sentence} ${t('degradedHint')}` : sentence,
          deed: state.kind === 'blocked' ? deedOf(trouble.code, way) : 'restart',
          retryAtUs: state.kind === 'down' ? state.retryAtUs : null,
          trouble,
        };
      }
      default:
        return assertNever(state);
    }
  };
}
