import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { SwitchSetting } from './SwitchSetting.tsx';

/** Of the desktop app alone: asked by the set-up, changed in the settings. */
export function StartAtLogin({ view: { settings, held } }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  return (
    <SwitchSetting
      name="startAtLogin"
      label={t('startAtLogin')}
      hint={t('startAtLoginHint')}
      value={settings.startAtLogin}
      hold={held.startAtLogin}
    />
  );
}
