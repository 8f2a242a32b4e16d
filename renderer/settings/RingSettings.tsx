import { useTranslations } from 'use-intl';

import { callKinds } from '../../shared/pop.ts';
import type { SettingsView } from '../../shared/settings.ts';
import { CardScreenSetting } from './CardScreenSetting.tsx';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { DoNotDisturbSetting } from './DoNotDisturbSetting.tsx';
import { NotificationPermission } from './NotificationPermission.tsx';
import { NotificationTrouble } from './NotificationTrouble.tsx';
import { QuietHoursSetting } from './QuietHoursSetting.tsx';
import { VolumeSetting } from './VolumeSetting.tsx';
import { WaysSetting } from './WaysSetting.tsx';

const tones = ['bell', 'marimba'] as const;

/** How, and when, I am told of a call. */
export function RingSettings({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  const { settings, fixedByStartOption } = view;
  return (
    <>
      <WaysSetting value={settings.ways} isFixed={fixedByStartOption.includes('ways')} />
      {callKinds.some((kind) => settings.ways[kind].notification) && (
        <>
          <NotificationPermission />
          <NotificationTrouble />
        </>
      )}
      <CardScreenSetting view={view} />
      <ChoiceSetting
        name="tone"
        label={t('tone')}
        hint={t('toneHint')}
        choices={tones.map((value) => ({ value, label: t(`tones.${value}`) }))}
        value={settings.tone}
        isFixed={fixedByStartOption.includes('tone')}
      />
      <VolumeSetting tone={settings.tone} value={settings.volume} isFixed={fixedByStartOption.includes('volume')} />
      <QuietHoursSetting value={settings.quietHours} isFixed={fixedByStartOption.includes('quietHours')} />
      <DoNotDisturbSetting isFixed={fixedByStartOption.includes('doNotDisturbUntilUs')} />
    </>
  );
}
