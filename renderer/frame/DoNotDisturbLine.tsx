import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useWhen } from '../format/useWhen.ts';
import { useDoNotDisturb } from '../settings/useDoNotDisturb.ts';

/** Reminds that nothing pops up at present, and ends that. */
export function DoNotDisturbLine() {
  const t = useTranslations('doNotDisturb');
  const when = useWhen();
  const failureText = useFailureText();
  const { untilUs, setUntil, error } = useDoNotDisturb();
  if (untilUs === null) return null;
  const until = t('until', { when: when(untilUs) });
  return (
    <div className="disturb" title={`${t('title')} ${until}`}>
      <Icon name="moon" />
      <p className="sidebar-word">
        <strong>{t('title')}</strong> <span>{error ? failureText(error) : until}</span>
      </p>
      <button
        type="button"
        className="button bare"
        aria-label={t('switchOff')}
        title={t('switchOff')}
        onClick={() => setUntil(null)}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
