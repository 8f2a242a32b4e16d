import { useTranslations } from 'use-intl';

import { useWhen } from '../format/useWhen.ts';
import { useDoNotDisturb } from '../settings/useDoNotDisturb.ts';
import { ModeLine } from './ModeLine.tsx';

/** Reminds that nothing pops up at present, and ends that. */
export function DoNotDisturbLine() {
  const t = useTranslations('doNotDisturb');
  const when = useWhen();
  const { untilUs, setUntil, error } = useDoNotDisturb();
  if (untilUs === null) return null;
  return (
    <ModeLine
      icon="moon"
      title={t('title')}
      detail={t('until', { when: when(untilUs) })}
      error={error}
      offLabel={t('switchOff')}
      onOff={() => setUntil(null)}
    />
  );
}
