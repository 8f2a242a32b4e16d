import { useTranslations } from 'use-intl';

import { useFormats } from '../format/useFormats.ts';
import type { Exporting } from './useExport.ts';

/** How far the file is; what has been saved once it is. */
export function ExportProgress({ state }: { readonly state: Exporting }) {
  const t = useTranslations('exporting');
  const { number } = useFormats();
  return (
    <div className="export-progress">
      {state.kind === 'running' && (
        <>
          <progress value={state.share} aria-label={t('progress')} />
          <span className="quiet">{t('rows', { count: state.rows, calls: number(state.rows) })}</span>
        </>
      )}
      <output>
        {state.kind === 'done' && t('saved', { count: state.rows, calls: number(state.rows), file: state.fileName })}
      </output>
    </div>
  );
}
