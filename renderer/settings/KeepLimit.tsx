import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

/** What the core takes. */
const min = 1;
const max = 36_500;

interface KeepLimitProps {
  /** The id of what names it. */
  readonly labelledBy: string;
  readonly daysLabel: string;
  /** Days; null keeps for ever, undefined is as for all others. */
  readonly value: number | null | undefined;
  readonly isException?: boolean;
  readonly onChange: (value: number | null | undefined) => void;
}

/** How long something is kept: for ever, for some days, or as all others. Days count once they are typed to the end. */
export function KeepLimit({ labelledBy, daysLabel, value, isException = false, onChange }: KeepLimitProps) {
  const t = useTranslations('settings.keep');
  /** The days while they are typed; null while the field shows the value in force. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const kind = draft !== null || typeof value === 'number' ? 'days' : value === null ? 'for-ever' : 'as-others';
  const text = draft ?? (typeof value === 'number' ? String(value) : '');

  function choose(next: string) {
    setWrong(false);
    setDraft(next === 'days' ? '' : null);
    if (next === 'for-ever') onChange(null);
    if (next === 'as-others') onChange(undefined);
  }

  function commit() {
    if (draft === null) return;
    const days = /^\s*\d+\s*$/.test(draft) ? Number(draft) : Number.NaN;
    const isUnderstood = days >= min && days <= max;
    setWrong(!isUnderstood && draft.trim() !== '');
    if (isUnderstood || draft.trim() === '') setDraft(null);
    if (isUnderstood && days !== value) onChange(days);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape') return;
    setDraft(null);
    setWrong(false);
  }

  return (
    <span className="keep-limit">
      <select aria-labelledby={labelledBy} value={kind} onChange={(event) => choose(event.target.value)}>
        {isException && <option value="as-others">{t('asOthers')}</option>}
        <option value="for-ever">{t('forEver')}</option>
        <option value="days">{t('limited')}</option>
      </select>
      {kind === 'days' && (
        <span className="field-measure">
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            // Whoever has chosen days goes on to say how many.
            ref={(field) => {
              if (draft === '') field?.focus();
            }}
            aria-label={daysLabel}
            aria-invalid={isWrong}
            value={text}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
          />
          <span className="field-unit">{t('unit', { count: Number(text) || 0 })}</span>
        </span>
      )}
      {isWrong && (
        <span className="field-refusal" role="alert">
          {t('outOfRange', { min, max })}
        </span>
      )}
    </span>
  );
}
