import { useId } from 'react';
import { useTranslations } from 'use-intl';

import type { Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useChange } from './useChange.ts';

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
  readonly isFixed: boolean;
}

/** A setting of a few values, all of them in sight. */
export function ChoiceSetting<Name extends 'theme' | 'groupFollowUps' | 'tone' | 'crmOpens'>(
  props: ChoiceSettingProps<Name>,
) {
  const { name, label, hint, choices, isFixed } = props;
  const t = useTranslations('settings');
  const id = useId();
  const { mutate, error, pending } = useChange();
  const failureText = useFailureText();
  const value = pending[name] ?? props.value;
  return (
    <fieldset className="field" disabled={isFixed} aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <div className="field-words">
        <h3 id={`${id}-label`}>{label}</h3>
        <p id={`${id}-hint`}>
          {hint}
          {isFixed && <em className="field-fixed"> {t('fixed')}</em>}
        </p>
        {choices.map(
          (choice) =>
            choice.hint !== undefined && (
              <p key={choice.value} className="choice-hint">
                <strong>{choice.label}:</strong> <span id={`${id}-${choice.value}`}>{choice.hint}</span>
              </p>
            ),
        )}
      </div>
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
        {error && (
          <p className="field-refusal" role="alert">
            {failureText(error)}
          </p>
        )}
      </div>
    </fieldset>
  );
}
