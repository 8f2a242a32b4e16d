import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { ImportDeed, ImportPlan } from '../../../shared/contactImport.ts';
import { useFailureText } from '../../components/Failure.tsx';
import { useAsk } from '../../data/ask.ts';
import { ColumnChoices } from './ColumnChoices.tsx';
import { ImportRows } from './ImportRows.tsx';
import { ReadingChoices } from './ReadingChoices.tsx';
import { RowChoices, type Shown } from './RowChoices.tsx';
import { rowsKey } from './useImportRow.ts';

interface ImportPreviewProps {
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
  readonly isStarting: boolean;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

/** How the file was read, and what would become of every row of it. Nothing is written yet. */
export function ImportPreview({ plan, onPlan, isStarting, onRun, onCancel }: ImportPreviewProps) {
  const t = useTranslations('contactImport');
  const ask = useAsk();
  const client = useQueryClient();
  const failureText = useFailureText();
  const [shown, setShown] = useState<Shown>('all');
  const { counts } = plan;

  async function take(next: ImportPlan) {
    onPlan(next);
    await client.invalidateQueries({ queryKey: rowsKey(next.id) });
  }
  const readAnew = useMutation({
    mutationFn: (how: Pick<ImportPlan, 'encoding' | 'separator'> & { columns: ImportPlan['columns'] | null }) =>
      ask('import.plan', {
        id: plan.id,
        encoding: how.encoding,
        separator: how.separator,
        columns: how.columns?.map(({ meaning }) => meaning) ?? null,
      }),
    onSuccess: (next) => {
      // Other rows now: what was picked out of them means nothing.
      setShown('all');
      return take(next);
    },
  });
  const choose = useMutation({
    mutationFn: (choice: { rows: readonly number[] | null; deed: ImportDeed }) =>
      ask('import.choose', { id: plan.id, ...choice }),
    // One after the other: the last one has to win.
    scope: { id: `import ${plan.id}` },
    onSuccess: take,
  });
  const error = readAnew.error ?? choose.error;
  const count = counts.add + counts.merge;

  return (
    <>
      <div className="import-head">
        <p className="import-file">
          <bdi dir="auto" title={plan.fileName}>
            {plan.fileName}
          </bdi>
          <span className="badge">{t(`format.${plan.format}`)}</span>
        </p>
        <ReadingChoices plan={plan} onChange={(how) => readAnew.mutate({ ...plan, ...how, columns: null })} />
      </div>
      {plan.columns.length > 0 && (
        <ColumnChoices columns={plan.columns} onChange={(columns) => readAnew.mutate({ ...plan, columns })} />
      )}
      <RowChoices
        counts={counts}
        shown={shown}
        onShow={setShown}
        onChooseAll={(deed) => choose.mutate({ rows: null, deed })}
      />
      {error && (
        <p className="field-refusal import-refusal" role="alert">
          {failureText(error)}
        </p>
      )}
      <ImportRows plan={plan} shown={shown} onChoose={(row, deed) => choose.mutate({ rows: [row], deed })} />
      <div className="import-foot">
        <button type="button" className="button primary" disabled={count === 0 || isStarting} onClick={onRun}>
          {t('run', { count })}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('giveUp')}
        </button>
        {count === 0 && <p className="quiet">{t('nothing')}</p>}
      </div>
    </>
  );
}
