import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { useFormats } from '../format/useFormats.ts';
import { RebuildPreview } from './RebuildPreview.tsx';

export function RebuildLog() {
  const t = useTranslations('settings');
  const ask = useAsk();
  const { decimal } = useFormats();
  const failureText = useFailureText();
  const preview = useMutation({ mutationFn: () => ask('log.preview', undefined) });
  // What would have changed has changed.
  const rebuild = useMutation({ mutationFn: () => ask('log.rebuild', undefined), onSuccess: preview.reset });
  const isPending = preview.isPending || rebuild.isPending;
  const error = rebuild.error ?? preview.error;
  return (
    <>
      <div className="field">
        <div className="field-words">
          <h3>{t('rebuild')}</h3>
          <p>{t('rebuildHint')}</p>
        </div>
        <div className="field-control">
          <button type="button" className="button" disabled={isPending} onClick={() => rebuild.mutate()}>
            {rebuild.isPending ? t('rebuilding') : t('rebuildStart')}
          </button>
          <button type="button" className="button" disabled={isPending} onClick={() => preview.mutate()}>
            {preview.isPending ? t('preview.busy') : t('preview.start')}
          </button>
          <output>
            {rebuild.data &&
              t('rebuilt', { calls: rebuild.data.calls, seconds: decimal(rebuild.data.milliseconds / 1000) })}
            {error && <span className="field-refusal">{failureText(error)}</span>}
          </output>
        </div>
      </div>
      {preview.data && <RebuildPreview preview={preview.data} />}
    </>
  );
}
