import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';

const groupChoices = ['never', 'unanswered', 'always'] as const;

/** What counts as missed, who asks for a call back, and when a call is given up on. */
export function FollowUpSettings({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  const { settings, held } = view;
  return (
    <>
      <SwitchSetting
        name="missedNotices"
        label={t('missedNotices')}
        hint={t('missedNoticesHint')}
        value={settings.missedNotices}
        hold={held.missedNotices}
      />
      <ChoiceSetting
        name="groupFollowUps"
        label={t('groupFollowUps')}
        hint={t('groupFollowUpsHint')}
        choices={groupChoices.map((value) => ({
          value,
          label: t(`groupChoices.${value}`),
          hint: t(`groupChoices.${value}Hint`),
        }))}
        value={settings.groupFollowUps}
        hold={held.groupFollowUps}
      />
      <NumberSetting
        name="ringSilenceSeconds"
        label={t('ringSilence')}
        hint={t('ringSilenceHint')}
        unit={t('seconds')}
        min={30}
        max={3600}
        value={settings.ringSilenceSeconds}
        hold={held.ringSilenceSeconds}
      />
      <NumberSetting
        name="talkSilenceMinutes"
        label={t('talkSilence')}
        hint={t('talkSilenceHint')}
        unit={t('minutes')}
        min={10}
        max={1440}
        value={settings.talkSilenceMinutes}
        hold={held.talkSilenceMinutes}
      />
    </>
  );
}
