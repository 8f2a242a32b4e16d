import { useTranslations } from 'use-intl';

import type { ExportOrder } from '../../shared/exporting.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useExport } from '../exporting/useExport.ts';
import { useToast } from '../toast/useToast.ts';

const formats = ['vcard', 'csv'] as const satisfies readonly Extract<ExportOrder, { kind: 'contacts' }>['format'][];

interface ExportBarProps {
  /** Null for all of them. */
  readonly ids: readonly number[] | null;
  readonly count: number;
  readonly onClose: () => void;
}

/** Asks in which format, then shows how far it is. */
export function ExportBar({ ids, count, onClose }: ExportBarProps) {
  const t = useTranslations('contacts.export');
  const tell = useToast();
  const failureText = useFailureText();
  const { state, run, cancel } = useExport(({ fileName, rows }) => {
    tell({ message: t('saved', { count: rows, fileName }) });
    onClose();
  });

  const isPending = state.kind === 'running';

  return (
    <div
      className="contact-bar"
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (isPending) cancel();
        onClose();
      }}
    >
      <p>{isPending ? t('writing') : t(ids === null ? 'all' : 'chosen', { count })}</p>
      {isPending ? (
        <>
          <progress value={state.share} max={1} aria-label={t('writing')} />
          <button type="button" className="button" ref={takeKeyboard} onClick={cancel}>
            {t('cancel')}
          </button>
        </>
      ) : (
        <>
          {formats.map((format) => (
            <button
              key={format}
              ref={format === 'vcard' ? takeKeyboard : undefined}
              type="button"
              className="button"
              title={t(`${format}Hint`)}
              onClick={() => run({ kind: 'contacts', ids, format })}
            >
              {t(format)}
            </button>
          ))}
          <button type="button" className="button bare" aria-label={t('close')} title={t('close')} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </>
      )}
      {state.kind === 'failed' && (
        <p className="field-refusal" role="alert">
          {failureText(state.error)}
        </p>
      )}
    </div>
  );
}

/** The button that was pressed before is gone, or leads here. */
function takeKeyboard(button: HTMLButtonElement | null) {
  button?.focus();
}
