import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { extensionsOf } from './extensions.ts';
import { TextSetting } from './TextSetting.tsx';

/** Who I am on the PBX: asked by the set-up, changed in the settings. */
export function IdentitySettings({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  const { settings, held } = view;
  return (
    <>
      <TextSetting
        name="extensions"
        label={t('extensions')}
        hint={t('extensionsHint')}
        placeholder="1002"
        value={settings.extensions.join(', ')}
        hold={held.extensions}
        patchOf={(text) => ({ extensions: extensionsOf(text) })}
      />
      <TextSetting
        name="domain"
        label={t('domain')}
        hint={t('domainHint')}
        placeholder={t('domainEmpty')}
        value={settings.domain ?? ''}
        hold={held.domain}
        patchOf={(text) => ({ domain: text.trim() === '' ? null : text.trim() })}
      />
    </>
  );
}
