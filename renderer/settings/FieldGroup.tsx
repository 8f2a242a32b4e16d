import { useId, type ReactNode } from 'react';

import type { Hold } from '../../shared/settings.ts';
import { useIsFound } from './search.ts';
import type { SettingName } from './settingNames.ts';
import { SettingWords } from './SettingWords.tsx';

interface FieldGroupProps {
  readonly name: SettingName;
  readonly label: string;
  /** The sentence that every setting has. */
  readonly hint: string;
  readonly refusal: string | null;
  readonly hold: Hold | undefined;
  /** What it is found by, beside its name and its sentence. */
  readonly words: readonly string[];
  /** Stands below the sentence. */
  readonly more?: ReactNode;
  readonly className?: 'field' | 'ways';
  /** Is given the id of its name. */
  readonly children: (labelId: string) => ReactNode;
}

/** A setting of several controls. */
export function FieldGroup(props: FieldGroupProps) {
  const { name, label, hint, refusal, hold, words, more, className = 'field', children } = props;
  const id = useId();
  if (!useIsFound([label, hint, ...words])) return null;
  return (
    <fieldset
      className={className}
      data-setting
      disabled={hold !== undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-hint`}
    >
      <div className="field-words">
        <SettingWords name={name} label={label} hint={hint} hintId={`${id}-hint`} hold={hold}>
          <h3 id={`${id}-label`}>{label}</h3>
        </SettingWords>
        {more}
      </div>
      {children(`${id}-label`)}
      {refusal !== null && (
        <p className="field-refusal" role="alert">
          {refusal}
        </p>
      )}
    </fieldset>
  );
}
