import { useId } from 'react';

import type { Hold, Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { useSettingChange } from './useSettingChange.ts';

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  /** What it means, where its label does not say so. */
  readonly hint?: string;
}

interface ChoiceSettingProps<Name extends keyof Settings> {
  readonly name: Name;
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly Choice<Settings[Name]>[];
  readonly value: Settings[Name];
  readonly hold: Hold | undefined;
}

/** A setting of a few values, all of them in sight. */
export function ChoiceSetting<
  Name extends
    | 'theme'
    | 'groupFollowUps'
    | 'tone'
    | 'crmOpens'
    | 'language'
    | 'cardScreen'
    | 'updates'
    | 'updateChannel',
>(props: ChoiceSettingProps<Name>) {
  const { name, label, hint, choices, hold } = props;
  const id = useId();
  const { mutate, error, pending } = useSettingChange();
  const failureText = useFailureText();
  const value = pending[name] ?? props.value;
  const hints = choices.map(
    (choice) =>
      choice.hint !== undefined && (
        <p key={choice.value} className="choice-hint">
          <strong>{choice.label}:</strong> <span id={`${id}-${choice.value}`}>{choice.hint}</span>
        </p>
      ),
  );
  return (
    <FieldGroup
      name={name}
      label={label}
      hint={hint}
      words={choices.flatMap((choice) => [choice.label, choice.hint ?? ''])}
      more={hints}
      hold={hold}
      refusal={error && failureText(error)}
    >
      {() => (
        <div className="field-control">
          <div className="choices">
            {choices.map((choice) => (
              <label key={choice.value}>
                <input
                  type="radio"
                  name={id}
                  aria-describedby={choice.hint === undefined ? undefined : `${id}-${choice.value}`}
                  checked={choice.value === value}
                  onChange={() => mutate({ [name]: choice.value })}
                />
                <span>{choice.label}</span>
              </label>
            ))}
          </div>
        </div>
      )}
    </FieldGroup>
  );
}
