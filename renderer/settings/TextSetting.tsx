import type { Hold, Settings } from '../../shared/settings.ts';
import { Field } from './Field.tsx';
import type { SettingName } from './settingNames.ts';
import { useTyping } from './useTyping.ts';

interface TextSettingProps {
  readonly name: SettingName;
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
  /** The value in force, as text. */
  readonly value: string;
  readonly hold: Hold | undefined;
  readonly inputMode?: 'numeric' | 'text';
  /** Stands behind the field. */
  readonly unit?: string;
  /** What to ask the core for, or in words why the text cannot be meant. */
  readonly patchOf: (text: string) => Partial<Settings> | string;
}

/** A setting that is typed. */
export function TextSetting({
  name,
  label,
  hint,
  placeholder,
  value,
  hold,
  inputMode,
  unit,
  patchOf,
}: TextSettingProps) {
  const { text, type, commit, onKeyDown, refusal } = useTyping({ value, patchOf });
  return (
    <Field name={name} label={label} hint={hint} hold={hold} refusal={refusal}>
      {(ties) => (
        <span className="field-measure">
          <input
            {...ties}
            type="text"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={text}
            placeholder={placeholder}
            inputMode={inputMode ?? 'text'}
            readOnly={hold !== undefined}
            onChange={(event) => type(event.target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
          />
          {unit !== undefined && <span className="field-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
