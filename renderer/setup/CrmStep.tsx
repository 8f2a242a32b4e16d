import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { TemplateSetting } from '../settings/TemplateSetting.tsx';

/** The customer system, for whoever has one. */
export function CrmStep({ view: { settings, held } }: { readonly view: SettingsView }) {
  const t = useTranslations('settings.crm');
  return (
    <TemplateSetting
      name="crmUrl"
      label={t('url')}
      hint={t('urlHint')}
      placeholder={t.raw('urlPlaceholder')}
      value={settings.crmUrl}
      httpHosts={settings.crmHttpHosts}
      hold={held.crmUrl}
    />
  );
}
