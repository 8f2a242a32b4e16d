import { useState, type KeyboardEvent } from 'react';

import type { Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Field } from './Field.tsx';
import { useChange } from './useChange.ts';

interface TextSettingProps {
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
  /** The value in force, as text. */
  readonly value: string;
  readonly isFixed: boolean;
  readonly inputMode?: 'numeric' | 'text';
  /** Stands behind the field. */
  readonly unit?: string;
  /** What to ask the core for, or in words why the text cannot be meant. */
  readonly patchOf: (text: string) => Partial<Settings> | string;
}

/** A setting that is typed. It takes effect on Enter or when the field is left; a refusal keeps the text to correct. */
export function TextSetting({ label, hint, placeholder, value, isFixed, inputMode, unit, patchOf }: TextSettingProps) {
  /** What is being typed, or null while the field shows the value in force. */
  const [draft, setDraft] = useState<string | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const { mutate, error, reset } = useChange();
  const failureText = useFailureText();

  function forget() {
    setDraft(null);
    setMistake(null);
    reset();
  }

  function commit() {
    if (draft === null || draft.trim() === value) {
      forget();
      return;
    }
    const patch = patchOf(draft);
    setMistake(typeof patch === 'string' ? patch : null);
    if (typeof patch !== 'string') mutate(patch, { onSuccess: () => setDraft(null) });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') forget();
  }

  return (
    <Field label={label} hint={hint} isFixed={isFixed} refusal={mistake ?? (error && failureText(error))}>
      {(ties) => (
        <span className="field-measure">
          <input
            {...ties}
            type="text"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={draft ?? value}
            placeholder={placeholder}
            inputMode={inputMode ?? 'text'}
            readOnly={isFixed}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
          />
          {unit !== undefined && <span className="field-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
