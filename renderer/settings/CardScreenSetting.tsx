import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { useHost } from '../bridge/host.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';

const screens = ['remembered', 'pointer', 'primary'] as const;

/** On which screen the desktop app's cards come up. In a browser they are part of the page. */
export function CardScreenSetting({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  if (useHost() === 'browser') return null;
  return (
    <ChoiceSetting
      name="cardScreen"
      label={t('cardScreen')}
      hint={t('cardScreenHint')}
      choices={screens.map((value) => ({ value, label: t(`cardScreens.${value}`) }))}
      value={view.settings.cardScreen}
      hold={view.held.cardScreen}
    />
  );
}
