import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Hold, QuietHours } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useFormats } from '../format/useFormats.ts';
import { clockTimeOf, minuteOf } from './clockTime.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { useSettingChange } from './useSettingChange.ts';

/** From Monday on. */
const week = [1, 2, 3, 4, 5, 6, 0];

interface QuietHoursSettingProps {
  readonly value: QuietHours;
  readonly hold: Hold | undefined;
}

/** The hours in which nothing pops up, and on which days they begin. */
export function QuietHoursSetting({ value, hold }: QuietHoursSettingProps) {
  const t = useTranslations('settings');
  const failureText = useFailureText();
  const { mutate, error, pending } = useSettingChange();
  const hours = pending.quietHours ?? value;
  const change = (part: Partial<QuietHours>) => mutate({ quietHours: { ...hours, ...part } });
  return (
    <FieldGroup
      name="quietHours"
      label={t('quietHours.title')}
      hint={t('quietHours.hint')}
      words={[t('quietHours.on'), t('quietHours.days')]}
      hold={hold}
      refusal={error && failureText(error)}
    >
      {() => (
        <>
          <div className="field-control">
            <input
              type="checkbox"
              role="switch"
              aria-label={t('quietHours.on')}
              aria-checked={hours.on}
              checked={hours.on}
              onChange={(event) => change({ on: event.target.checked })}
            />
          </div>
          {hours.on && (
            <div className="field-deeds">
              <Days days={hours.days} onChange={(days) => change({ days })} />
              <span className="field-row">
                <TimeField
                  label={t('quietHours.from')}
                  minute={hours.fromMinute}
                  onChange={(fromMinute) => change({ fromMinute })}
                />
                <TimeField
                  label={t('quietHours.to')}
                  minute={hours.toMinute}
                  onChange={(toMinute) => change({ toMinute })}
                />
                {hours.toMinute <= hours.fromMinute && <span className="field-unit">{t('quietHours.nextDay')}</span>}
              </span>
            </div>
          )}
        </>
      )}
    </FieldGroup>
  );
}

interface DaysProps {
  readonly days: QuietHours['days'];
  readonly onChange: (days: QuietHours['days']) => void;
}

function Days({ days, onChange }: DaysProps) {
  const t = useTranslations('settings.quietHours');
  const { weekday } = useFormats();
  return (
    <fieldset className="choices" aria-label={t('days')}>
      {week.map((day) => (
        <label key={day}>
          <input
            type="checkbox"
            aria-label={weekday(day, 'long')}
            checked={days.includes(day)}
            onChange={(event) =>
              onChange(week.filter((other) => (other === day ? event.target.checked : days.includes(other))))
            }
          />
          <span>{weekday(day, 'short')}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

/** Takes effect when it is left, for every digit on the way is a time too. */
function TimeField({ label, minute, onChange }: TimeFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);

  function commit() {
    const typed = draft === null ? null : minuteOf(draft);
    if (typed !== null && typed !== minute) onChange(typed);
    setDraft(null);
  }

  return (
    <label className="field-measure">
      <span>{label}</span>
      <input
        type="time"
        required
        value={draft ?? clockTimeOf(minute)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </label>
  );
}
