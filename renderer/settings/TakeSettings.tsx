import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { isSame, machineBound, namesIn, valuesOf } from './settingNames.ts';
import type { FileContent } from './settingsFile.ts';
import { useSettingChange } from './useSettingChange.ts';
import { useSettingName } from './useSettingName.ts';

interface TakeSettingsProps {
  readonly content: Extract<FileContent, { kind: 'settings' }>;
  readonly view: SettingsView;
  readonly onDone: () => void;
}

/** What a file of settings would change, and the way to have it so. */
export function TakeSettings({ content, view, onDone }: TakeSettingsProps) {
  const t = useTranslations('settings.file');
  const nameOf = useSettingName();
  const failureText = useFailureText();
  const list = useList();
  const { mutate, error } = useSettingChange();
  const [takesMachine, setTakesMachine] = useState(false);
  const { settings, unknown } = content;
  const { held } = view;

  const differing = namesIn(settings).filter((name) => !isSame(name, settings, view.settings));
  const left = differing.filter((name) => held[name] !== undefined);
  const free = differing.filter((name) => held[name] === undefined);
  const wanted = free.filter((name) => takesMachine || !machineBound.has(name));

  return (
    <div className="take">
      <output>{t('wouldChange', { count: wanted.length })}</output>
      <ul>
        {wanted.map((name) => (
          <li key={name}>{nameOf(name)}</li>
        ))}
      </ul>
      {free.some((name) => machineBound.has(name)) && (
        <label className="take-machine">
          <input type="checkbox" checked={takesMachine} onChange={(event) => setTakesMachine(event.target.checked)} />
          <span>
            {t('machine')} <span className="quiet">{t('machineHint')}</span>
          </span>
        </label>
      )}
      {unknown.length > 0 && <p className="quiet">{t('unknown', { names: list(unknown) })}</p>}
      {left.length > 0 && <p className="quiet">{t('held', { names: list(left.map(nameOf)) })}</p>}
      {error && (
        <p className="field-refusal" role="alert">
          {t('refused', { message: failureText(error) })}
        </p>
      )}
      <span className="field-row">
        <button
          type="button"
          className="button primary"
          disabled={wanted.length === 0}
          onClick={() => mutate(valuesOf(settings, wanted), { onSuccess: onDone })}
        >
          {t('take')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </span>
    </div>
  );
}

/** Writes names one after the other, as the language does. */
function useList(): (names: readonly string[]) => string {
  const locale = useLocale();
  return (names) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
