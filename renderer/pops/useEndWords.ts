import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { useRoughDuration } from '../format/useRoughDuration.ts';

/** Says in a few words how a call ended: "Missed – caller hung up", "1003 took it", "You talked 4 min". */
export function useEndWords(): (call: CallRow) => string {
  const t = useTranslations();
  const duration = useRoughDuration();
  return ({ outcome, reason, talkUs, answeredBy }) => {
    if (outcome === 'answered-elsewhere' || outcome === 'picked-up') {
      return answeredBy === null ? t('pop.end.colleagueTook') : t('pop.end.took', { extension: answeredBy });
    }
    if (talkUs !== null && (outcome === 'answered' || outcome === 'transferred')) {
      return t(outcome === 'answered' ? 'pop.end.talked' : 'pop.end.handedOver', { duration: duration(talkUs) });
    }
    const word = t(`outcome.${outcome}`);
    return reason === null ? word : t('pop.end.finer', { outcome: word, reason: t(`reason.${reason}`) });
  };
}
