import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { ImportState } from '../../../shared/contactImport.ts';
import { useFailureText } from '../../components/Failure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useAsk } from '../../data/ask.ts';
import { hrefOf } from '../../route/route.ts';
import { ImportEnd } from './ImportEnd.tsx';

interface ImportResultProps {
  readonly result: Extract<ImportState, { kind: 'done' }>;
  readonly onLeave: () => void;
}

/** What came of it, and the way back. */
export function ImportResult({ result, onLeave }: ImportResultProps) {
  const t = useTranslations('contactImport');
  const ask = useAsk();
  const failureText = useFailureText();
  const undo = useMutation({ mutationFn: () => ask('deeds.undo', result.undo) });
  if (undo.isSuccess) return <ImportEnd title={t('undone')} icon="undo" onLeave={onLeave} />;
  return (
    <ImportEnd title={t('done')} icon="check" onLeave={onLeave}>
      <p className="import-done">
        {t('result', { added: result.added, merged: result.merged, skipped: result.skipped, bad: result.bad })}
      </p>
      <p className="import-end-deeds">
        <a className="button primary" href={hrefOf({ kind: 'contacts', search: '' })}>
          {t('show')}
        </a>
        <button type="button" className="button" disabled={undo.isPending} onClick={() => undo.mutate()}>
          <Icon name="undo" />
          {t('undo')}
        </button>
      </p>
      {undo.error && (
        <p className="field-refusal" role="alert">
          {failureText(undo.error)}
        </p>
      )}
    </ImportEnd>
  );
}
