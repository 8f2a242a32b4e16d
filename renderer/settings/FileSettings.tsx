import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { saveFile } from '../files/saveFile.ts';
import { Findable } from './Findable.tsx';
import { OpenSettings } from './OpenSettings.tsx';
import { isSame, machineBound, settingNames, valuesOf } from './settingNames.ts';
import { writeSettings } from './settingsFile.ts';
import { useSettingChange } from './useSettingChange.ts';

/** All settings at once: into a file, out of one, and back to the beginning. */
export function FileSettings({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings.file');
  return (
    <>
      <Findable words={[t('save'), t('saveHint')]}>
        <div className="field">
          <div className="field-words">
            <h3>{t('save')}</h3>
            <p>{t('saveHint')}</p>
          </div>
          <button
            type="button"
            className="button"
            onClick={() => saveFile('ringside-settings.json', 'application/json', [writeSettings(view.settings)])}
          >
            {t('saveStart')}
          </button>
        </div>
      </Findable>
      <Findable words={[t('open'), t('openHint')]}>
        <OpenSettings view={view} />
      </Findable>
      <Findable words={[t('reset'), t('resetHint')]}>
        <ResetSettings view={view} />
      </Findable>
    </>
  );
}

function ResetSettings({ view: { settings, defaults, held } }: { readonly view: SettingsView }) {
  const t = useTranslations('settings.file');
  const { mutate } = useSettingChange();
  const changed = settingNames.filter(
    (name) => !machineBound.has(name) && held[name] === undefined && !isSame(name, settings, defaults),
  );
  return (
    <div className="field">
      <div className="field-words">
        <h3>{t('reset')}</h3>
        <p>{changed.length === 0 ? t('nothingToReset') : t('resetHint')}</p>
      </div>
      <button
        type="button"
        className="button"
        disabled={changed.length === 0}
        onClick={() => mutate(valuesOf(defaults, changed))}
      >
        {t('resetStart')}
      </button>
    </div>
  );
}
