import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { CallFilter } from '../../shared/callFilter.ts';
import type { ExportOrder } from '../../shared/exporting.ts';
import { Dialog } from '../components/Dialog.tsx';
import { useFailureText } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';
import { Choice } from './Choice.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { useExport } from './useExport.ts';

/** Counted no further. */
const mostCounted = 1_000_000;

interface ExportDialogProps {
  /** The calls that are chosen, by ref. */
  readonly chosen: readonly string[];
  readonly filter: CallFilter;
  readonly onClose: () => void;
}

/** Saves calls as a file: which of them, in which form. */
export function ExportDialog({ chosen, filter, onClose }: ExportDialogProps) {
  const t = useTranslations('exporting');
  const failureText = useFailureText();
  const { number } = useFormats();
  const { data: count } = useReading('calls.count', { filter, atMost: mostCounted });
  const [which, setWhich] = useState<'chosen' | 'filtered'>(chosen.length > 0 ? 'chosen' : 'filtered');
  const [format, setFormat] = useState<'csv' | 'json'>('csv');
  const [forSpreadsheets, setForSpreadsheets] = useState(true);
  const [byteOrderMark, setByteOrderMark] = useState(true);
  const { state, run, cancel } = useExport();
  const isCsv = format === 'csv';

  function submit(event: FormEvent) {
    event.preventDefault();
    const order: ExportOrder = {
      kind: 'calls',
      which: which === 'chosen' ? { kind: 'chosen', refs: chosen } : { kind: 'filtered', filter },
      format,
      forSpreadsheets: isCsv && forSpreadsheets,
      byteOrderMark: isCsv && byteOrderMark,
    };
    run(order);
  }

  return (
    <Dialog title={t('title')} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="dialog-body" inert={state.kind === 'running'}>
          <fieldset>
            <legend>{t('which')}</legend>
            {chosen.length > 0 && (
              <Choice
                group="which"
                isOn={which === 'chosen'}
                label={t('chosen', { count: chosen.length })}
                onChoose={() => setWhich('chosen')}
              />
            )}
            <Choice
              group="which"
              isOn={which === 'filtered'}
              label={
                count === undefined
                  ? t('filtered')
                  : t('filteredCount', { count: count.calls, calls: number(count.calls), isAll: String(count.isAll) })
              }
              onChoose={() => setWhich('filtered')}
            />
          </fieldset>
          <fieldset>
            <legend>{t('format')}</legend>
            <Choice
              group="format"
              isOn={isCsv}
              label={t('csv')}
              hint={t('csvHint')}
              onChoose={() => setFormat('csv')}
            />
            <Choice
              group="format"
              isOn={!isCsv}
              label={t('json')}
              hint={t('jsonHint')}
              onChoose={() => setFormat('json')}
            />
          </fieldset>
          {isCsv && (
            <fieldset>
              <legend>{t('spreadsheets')}</legend>
              <Choice
                isOn={forSpreadsheets}
                label={t('safe')}
                hint={t('safeHint')}
                onChoose={() => setForSpreadsheets(!forSpreadsheets)}
              />
              <Choice
                isOn={byteOrderMark}
                label={t('mark')}
                hint={t('markHint')}
                onChoose={() => setByteOrderMark(!byteOrderMark)}
              />
            </fieldset>
          )}
          {state.kind === 'failed' && (
            <p className="field-refusal" role="alert">
              {failureText(state.error)}
            </p>
          )}
        </div>
        <ExportProgress state={state} />
        <footer className="dialog-deeds">
          <button type="button" className="button" onClick={state.kind === 'running' ? cancel : onClose}>
            {t(state.kind === 'done' ? 'close' : 'cancel')}
          </button>
          {state.kind !== 'done' && (
            <button type="submit" className="button primary" disabled={state.kind === 'running'}>
              {t('save')}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
