import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

interface ImportRunningProps {
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** How far it is. What it wrote is taken back when it is cancelled. */
export function ImportRunning({ done, total, onCancel }: ImportRunningProps) {
  const t = useTranslations('contactImport');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="empty import-end">
      <h2>{t('running')}</h2>
      <progress value={done} max={Math.max(1, total)} aria-label={t('running')} />
      <p className="import-done">{t('progress', { done, total })}</p>
      <button type="button" className="button" ref={button} onClick={onCancel}>
        {t('cancel')}
      </button>
      <p className="quiet">{t('cancelHint')}</p>
    </div>
  );
}
