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
  const { settings, held } = view;
  return (
    <>
      <WaysSetting value={settings.ways} hold={held.ways} />
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
        hold={held.tone}
      />
      <VolumeSetting tone={settings.tone} value={settings.volume} hold={held.volume} />
      <QuietHoursSetting value={settings.quietHours} hold={held.quietHours} />
      <DoNotDisturbSetting hold={held.doNotDisturbUntilUs} />
    </>
  );
}
