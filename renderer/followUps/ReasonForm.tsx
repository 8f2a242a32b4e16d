import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

const usual = ['elsewhere', 'written', 'wrongNumber', 'unwanted'] as const;

/** Characters a reason may have. */
const longest = 200;

interface ReasonFormProps {
  readonly onSettle: (reason: string | null) => void;
  readonly onCancel: () => void;
}

/** Why somebody needs no call any more: in free words, or one of the usual reasons by one click. */
export function ReasonForm({ onSettle, onCancel }: ReasonFormProps) {
  const t = useTranslations('followUps');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    const reason = text.trim();
    onSettle(reason === '' ? null : reason);
  }

  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  }

  return (
    <div className="reason" role="presentation" onKeyDown={cancelOnEscape}>
      <form className="reason-field" aria-label={t('settleWithReason')} onSubmit={submit}>
        <input
          type="text"
          ref={field}
          dir="auto"
          aria-label={t('reason')}
          placeholder={t('reasonPlaceholder')}
          autoComplete="off"
          maxLength={longest}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button primary">
          {t('settle')}
        </button>
      </form>
      <div className="reason-usual">
        {usual.map((reason) => (
          <button key={reason} type="button" className="button" onClick={() => onSettle(t(`reasons.${reason}`))}>
            {t(`reasons.${reason}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
