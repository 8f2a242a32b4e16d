import type { Hold } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Field } from './Field.tsx';
import { useSettingChange } from './useSettingChange.ts';

interface SwitchSettingProps {
  readonly name: 'missedNotices' | 'masked' | 'startAtLogin';
  readonly label: string;
  readonly hint: string;
  readonly value: boolean;
  readonly hold: Hold | undefined;
}

export function SwitchSetting({ name, label, hint, value, hold }: SwitchSettingProps) {
  const { mutate, error, pending } = useSettingChange();
  const isOn = pending[name] ?? value;
  const failureText = useFailureText();
  return (
    <Field name={name} label={label} hint={hint} hold={hold} refusal={error && failureText(error)}>
      {(ties) => (
        <input
          {...ties}
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          checked={isOn}
          disabled={hold !== undefined}
          onChange={(event) => mutate({ [name]: event.target.checked })}
        />
      )}
    </Field>
  );
}
