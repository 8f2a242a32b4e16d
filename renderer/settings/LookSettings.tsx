import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { CountrySetting } from './CountrySetting.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';

const themes = ['system', 'light', 'dark'] as const;
const languages = ['system', 'en', 'el'] as const;

/** How Ringside looks, what it speaks and how it writes numbers. */
export function LookSettings({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  const { settings, held } = view;
  return (
    <>
      <ChoiceSetting
        name="language"
        label={t('language')}
        hint={t('languageHint')}
        choices={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        value={settings.language}
        hold={held.language}
      />
      <CountrySetting value={settings.country} hold={held.country} />
      <ChoiceSetting
        name="theme"
        label={t('theme')}
        hint={t('themeHint')}
        choices={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        value={settings.theme}
        hold={held.theme}
      />
      <SwitchSetting
        name="masked"
        label={t('masked')}
        hint={t('maskedHint')}
        value={settings.masked}
        hold={held.masked}
      />
    </>
  );
}
