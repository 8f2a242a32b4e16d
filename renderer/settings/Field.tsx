import { useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** What a control needs to be tied to its words. */
export interface Ties {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  /** The sentence that every setting has. */
  readonly hint: string;
  readonly refusal: string | null;
  readonly isFixed: boolean;
  readonly children: (ties: Ties) => ReactNode;
}

/** A setting: its name, its sentence, its control, and what was wrong with the last try. */
export function Field({ label, hint, refusal, isFixed, children }: FieldProps) {
  const t = useTranslations('settings');
  const id = useId();
  return (
    <div className="field">
      <div className="field-words">
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`}>
          {hint}
          {isFixed && <em className="field-fixed"> {t('fixed')}</em>}
        </p>
      </div>
      <div className="field-control">
        {children({ id, 'aria-describedby': `${id}-hint ${id}-refusal`, 'aria-invalid': refusal !== null })}
        <p id={`${id}-refusal`} className="field-refusal" role="alert">
          {refusal}
        </p>
      </div>
    </div>
  );
}
