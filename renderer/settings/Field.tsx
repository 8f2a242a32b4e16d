import { useId, type ReactNode } from 'react';

import type { Hold } from '../../shared/settings.ts';
import { useIsFound } from './search.ts';
import type { SettingName } from './settingNames.ts';
import { SettingWords } from './SettingWords.tsx';

/** What a control needs to be tied to its words. */
export interface Ties {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly name: SettingName;
  readonly label: string;
  /** The sentence that every setting has. */
  readonly hint: string;
  readonly refusal: string | null;
  readonly hold: Hold | undefined;
  /** What it is found by, beside its name and its sentence. */
  readonly words?: readonly string[];
  readonly children: (ties: Ties) => ReactNode;
}

const none: readonly string[] = [];

/** A setting of one control: its name, its sentence, the control, and what was wrong with the last try. */
export function Field({ name, label, hint, refusal, hold, words = none, children }: FieldProps) {
  const id = useId();
  if (!useIsFound([label, hint, ...words])) return null;
  return (
    <div className="field" data-setting>
      <div className="field-words">
        <SettingWords name={name} label={label} hint={hint} hintId={`${id}-hint`} hold={hold}>
          <label htmlFor={id}>{label}</label>
        </SettingWords>
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
