import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { endings, type Outcome } from '../../shared/call.ts';
import type { Hold, Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { KeepLimit } from './KeepLimit.tsx';
import { KeepWarning } from './KeepWarning.tsx';
import { useKeepChange } from './useKeepChange.ts';

interface KeepDaysOfProps {
  readonly settings: Settings;
  readonly hold: Hold | undefined;
}

/** How long calls with some outcomes are kept, in place of what holds for all others. */
export function KeepDaysOf({ settings: { keepDays, keepDaysOf }, hold }: KeepDaysOfProps) {
  const t = useTranslations('settings.keep');
  const words = useTranslations('outcome');
  const failureText = useFailureText();
  const { change, asked, error } = useKeepChange();
  /** Begun, and not said how long yet. */
  const [begun, setBegun] = useState<Outcome | null>(null);
  const isException = (outcome: Outcome) => outcome === begun || keepDaysOf[outcome] !== undefined;

  function keep(outcome: Outcome, days: number | null | undefined) {
    const { [outcome]: before = keepDays, ...others } = keepDaysOf;
    if (days === undefined) setBegun(null);
    change({
      patch: { keepDaysOf: days === undefined ? others : { ...others, [outcome]: days } },
      before,
      after: days === undefined ? keepDays : days,
      outcomes: [outcome],
    });
  }

  return (
    <FieldGroup
      name="keepDaysOf"
      label={t('daysOf')}
      hint={t('daysOfHint')}
      words={endings.map((outcome) => words(outcome))}
      hold={hold}
      refusal={error && failureText(error)}
    >
      {(labelId) => (
        <>
          <div className="field-control">
            <select
              aria-labelledby={labelId}
              value=""
              onChange={({ target }) => setBegun(endings.find((outcome) => outcome === target.value) ?? null)}
            >
              <option value="">{t('add')}</option>
              {endings.map(
                (outcome) =>
                  !isException(outcome) && (
                    <option key={outcome} value={outcome}>
                      {words(outcome)}
                    </option>
                  ),
              )}
            </select>
          </div>
          <ul className="keep">
            {endings.filter(isException).map((outcome) => (
              <li key={outcome}>
                <span id={`keep-${outcome}`}>{words(outcome)}</span>
                <KeepLimit
                  labelledBy={`keep-${outcome}`}
                  daysLabel={t('daysFor', { outcome: words(outcome) })}
                  value={keepDaysOf[outcome]}
                  isException
                  onChange={(days) => keep(outcome, days)}
                />
              </li>
            ))}
          </ul>
          {asked && <KeepWarning asked={asked} />}
        </>
      )}
    </FieldGroup>
  );
}
