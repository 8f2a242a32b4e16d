import { useId } from 'react';
import { useTranslations } from 'use-intl';

import { useReading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';
import { useToday } from '../time/ticker.ts';
import type { FilterProps } from './FilterButton.tsx';
import { presetsOn } from './presets.ts';

/** Days, note, recording and tag. Each takes effect at once. */
export function FilterFields({ filter, onChange }: FilterProps) {
  const t = useTranslations('filters');
  return (
    <div className="filter-fields">
      <DayFields filter={filter} onChange={onChange} />
      <fieldset>
        <legend>{t('with')}</legend>
        <label className="check">
          <input type="checkbox" checked={filter.note} onChange={(event) => onChange({ note: event.target.checked })} />
          {t('note')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={filter.recording}
            onChange={(event) => onChange({ recording: event.target.checked })}
          />
          {t('recording')}
        </label>
        <TagChoice filter={filter} onChange={onChange} />
      </fieldset>
    </div>
  );
}

function DayFields({ filter, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const presets = presetsOn(useToday());
  return (
    <fieldset>
      <legend>{t('days')}</legend>
      <div className="filter-presets">
        {presets.map(({ name, from, to }) => {
          const isOn = filter.from === from && filter.to === to;
          return (
            <button
              key={name}
              type="button"
              className="button"
              aria-pressed={isOn}
              onClick={() => onChange(isOn ? { from: null, to: null } : { from, to })}
            >
              {t(`preset.${name}`)}
            </button>
          );
        })}
      </div>
      <div className="filter-days">
        <DayField
          name={t('from')}
          value={filter.from}
          onChange={(from) =>
            onChange(from !== null && filter.to !== null && filter.to < from ? { from, to: from } : { from })
          }
        />
        <DayField
          name={t('to')}
          value={filter.to}
          onChange={(to) =>
            onChange(to !== null && filter.from !== null && to < filter.from ? { from: to, to } : { to })
          }
        />
      </div>
    </fieldset>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

function DayField({ name, value, onChange }: DayFieldProps) {
  return (
    <label>
      {name}
      <input
        type="date"
        value={value ?? ''}
        min="1970-01-02"
        max="9999-12-30"
        onChange={(event) => {
          // While a year is typed it runs through the first centuries.
          const { value: day, validity } = event.target;
          if (validity.valid) onChange(day === '' ? null : day);
        }}
      />
    </label>
  );
}

function TagChoice({ filter, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const { number } = useFormats();
  const id = useId();
  const { data: tags = [] } = useReading('tags.list', undefined);
  if (tags.length === 0 && filter.tag === null) return null;
  const isKnown = tags.some(({ tag }) => tag === filter.tag);
  return (
    <div className="filter-tag">
      <label htmlFor={id}>{t('tag')}</label>
      <select id={id} value={filter.tag ?? ''} onChange={(event) => onChange({ tag: event.target.value || null })}>
        <option value="">{t('anyTag')}</option>
        {filter.tag !== null && !isKnown && <option value={filter.tag}>{filter.tag}</option>}
        {tags.map(({ tag, calls }) => (
          <option key={tag} value={tag}>
            {t('tagCount', { tag, count: number(calls) })}
          </option>
        ))}
      </select>
    </div>
  );
}
