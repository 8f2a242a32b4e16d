import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { useFormats } from '../format/useFormats.ts';

export function RebuildLog() {
  const t = useTranslations('settings');
  const ask = useAsk();
  const { decimal } = useFormats();
  const failureText = useFailureText();
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => ask('log.rebuild', undefined) });
  return (
    <div className="field">
      <div className="field-words">
        <h3>{t('rebuild')}</h3>
        <p>{t('rebuildHint')}</p>
      </div>
      <div className="field-control">
        <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
          {isPending ? t('rebuilding') : t('rebuildStart')}
        </button>
        <output>
          {data && t('rebuilt', { calls: data.calls, seconds: decimal(data.milliseconds / 1000) })}
          {error && <span className="field-refusal">{failureText(error)}</span>}
        </output>
      </div>
    </div>
  );
}
