import { useTranslations } from 'use-intl';

import type { ForwardState, Reach } from '../../shared/reach.ts';
import type { SettingsView } from '../../shared/settings.ts';
import { useAtTime } from '../format/useAtTime.ts';
import { useWhen } from '../format/useWhen.ts';
import { TextSetting } from '../settings/TextSetting.tsx';
import { Fold } from './Fold.tsx';

interface ForwardingProps {
  readonly reach: Reach;
  readonly view: SettingsView;
}

/** A copy of each event for another program, and how it fares. */
export function Forwarding({ reach: { forward }, view }: ForwardingProps) {
  const t = useTranslations('reach.forward');
  const names = useTranslations('connection');
  const examples = useTranslations('reach.way.example');
  const stateOf = useForwardWords();
  const { settings, held } = view;
  const isOn = settings.forwardUrl !== '';
  const isFailing = forward.failingSinceUs !== null;
  return (
    <Fold
      title={t('title')}
      state={isOn ? stateOf(forward) : t('off')}
      tone={isOn && isFailing ? 'bad' : isOn && forward.givenUp > 0 ? 'warn' : 'quiet'}
    >
      <p>{t('hint')}</p>
      <TextSetting
        name="forwardUrl"
        label={names('forwardUrl')}
        hint={t('urlHint')}
        placeholder={examples('url')}
        value={settings.forwardUrl}
        hold={held.forwardUrl}
        patchOf={(text) => ({ forwardUrl: text.trim() })}
      />
      {isOn && forward.waiting > 0 && <p>{t('waiting', { count: forward.waiting })}</p>}
      {isOn && forward.trouble !== null && <pre dir="ltr">{forward.trouble}</pre>}
      {isOn && forward.givenUp > 0 && <p>{t('givenUp', { count: forward.givenUp })}</p>}
    </Fold>
  );
}

function useForwardWords(): (state: ForwardState) => string {
  const t = useTranslations('reach.forward');
  const when = useWhen();
  const atTime = useAtTime();
  return ({ failingSinceUs, waiting, lastSuccessUs }) => {
    if (failingSinceUs !== null) return t('failing', { when: when(failingSinceUs) });
    if (waiting > 0) return t('waiting', { count: waiting });
    return lastSuccessUs === null ? t('well') : t('wellSince', { when: atTime(lastSuccessUs) });
  };
}
