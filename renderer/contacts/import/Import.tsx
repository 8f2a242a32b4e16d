import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../../shared/assertNever.ts';
import type { ImportPlan } from '../../../shared/contactImport.ts';
import { Failure, useFailureText } from '../../components/Failure.tsx';
import { useReasonWords } from '../../components/useReasonWords.ts';
import { useAsk } from '../../data/ask.ts';
import { useReading } from '../../data/queries.ts';
import { ImportEnd } from './ImportEnd.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportResult } from './ImportResult.tsx';
import { ImportRunning } from './ImportRunning.tsx';

interface ImportProps {
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
  /** On to another file. */
  readonly onLeave: () => void;
}

/** A file that the core has, from the preview to the result. */
export function Import({ plan, onPlan, onLeave }: ImportProps) {
  const t = useTranslations('contactImport');
  const ask = useAsk();
  const client = useQueryClient();
  const failureText = useFailureText();
  const reasonWords = useReasonWords();
  const { data: state, error, refetch } = useReading('import.state', plan.id);
  const readState = () => client.invalidateQueries({ queryKey: ['imports'] });
  const run = useMutation({ mutationFn: () => ask('import.run', plan.id), onSettled: readState });
  const cancel = useMutation({ mutationFn: () => ask('import.cancel', plan.id), onSettled: readState });
  const refusal = run.error ?? cancel.error;

  if (error) {
    return (
      <>
        <Failure error={error} onRetry={() => void refetch()} />
        <ImportEnd title={t('lost')} onLeave={onLeave} />
      </>
    );
  }
  if (state === undefined) return null;

  function step() {
    if (state === undefined) return null;
    switch (state.kind) {
      case 'planned':
        return (
          <ImportPreview
            plan={plan}
            onPlan={onPlan}
            isStarting={run.isPending}
            onRun={run.mutate}
            onCancel={() => {
              cancel.mutate();
              onLeave();
            }}
          />
        );
      case 'running':
        return <ImportRunning done={state.done} total={state.total} onCancel={cancel.mutate} />;
      case 'done':
        return <ImportResult result={state} onLeave={onLeave} />;
      case 'cancelled':
        return <ImportEnd title={t('cancelled')} onLeave={onLeave} />;
      case 'failed':
        return <ImportEnd title={t('failed')} reason={reasonWords(state.reason)} onLeave={onLeave} />;
      default:
        return assertNever(state);
    }
  }

  return (
    <>
      {refusal && (
        <p className="field-refusal import-refusal" role="alert">
          {failureText(refusal)}
        </p>
      )}
      {step()}
    </>
  );
}
