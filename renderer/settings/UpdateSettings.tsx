import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { updateChannels } from '../../shared/updates.ts';
import { UpdateState } from '../updates/UpdateState.tsx';
import { useUpdateDeeds, useUpdates } from '../updates/useUpdates.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { Findable } from './Findable.tsx';

const ways = ['automatic', 'off'] as const;

/** Newer versions of the desktop app: how it stands, whether they are looked for, and which. */
export function UpdateSettings({ view: { settings, held } }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  const updateWords = useTranslations('updates');
  const updates = useUpdates();
  const deeds = useUpdateDeeds();
  // What can never be on here has nothing to be set.
  const isPossible = updates !== undefined && (updates.kind !== 'off' || updates.reason === 'setting');
  return (
    <>
      {updates && (
        <Findable words={[t('updates'), t('version', { version: '' }), updateWords('check'), updateWords('restart')]}>
          <UpdateState updates={updates} deeds={deeds} />
        </Findable>
      )}
      {isPossible && (
        <>
          <ChoiceSetting
            name="updates"
            label={t('updates')}
            hint={t('updatesHint')}
            choices={ways.map((value) => ({ value, label: t(`updatesChoices.${value}`) }))}
            value={settings.updates}
            hold={held.updates}
          />
          <ChoiceSetting
            name="updateChannel"
            label={t('updateChannel')}
            hint={t('updateChannelHint')}
            choices={updateChannels.map((value) => ({ value, label: t(`updateChannels.${value}`) }))}
            value={settings.updateChannel}
            hold={held.updateChannel}
          />
        </>
      )}
    </>
  );
}
