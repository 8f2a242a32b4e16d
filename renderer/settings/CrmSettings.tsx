import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { hostsOf } from './hosts.ts';
import { TemplateSetting } from './TemplateSetting.tsx';
import { TextSetting } from './TextSetting.tsx';
import { TryCrm } from './TryCrm.tsx';

const moments = ['on-ring', 'on-answer', 'by-hand'] as const;

/** What other programs are opened for a call, and by which address. */
export function CrmSettings({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings.crm');
  const { settings, held } = view;
  const { crmHttpHosts: httpHosts } = settings;
  return (
    <>
      <TemplateSetting
        name="crmUrl"
        label={t('url')}
        hint={t('urlHint')}
        placeholder={t.raw('urlPlaceholder')}
        value={settings.crmUrl}
        httpHosts={httpHosts}
        hold={held.crmUrl}
      />
      <ChoiceSetting
        name="crmOpens"
        label={t('opens')}
        hint={t('opensHint')}
        choices={moments.map((value) => ({ value, label: t(`opensChoices.${value}`) }))}
        value={settings.crmOpens}
        hold={held.crmOpens}
      />
      <TextSetting
        name="crmHttpHosts"
        label={t('hosts')}
        hint={t('hostsHint')}
        placeholder="crm.local"
        value={httpHosts.join(', ')}
        hold={held.crmHttpHosts}
        patchOf={(text) => ({ crmHttpHosts: hostsOf(text) })}
      />
      {settings.crmUrl !== '' && <TryCrm />}
      <TemplateSetting
        name="callBackUrl"
        label={t('callBackUrl')}
        hint={t('callBackUrlHint')}
        value={settings.callBackUrl}
        httpHosts={httpHosts}
        placeholders={['e164', 'digits', 'number', 'extension']}
        hold={held.callBackUrl}
      />
      <TemplateSetting
        name="recordingUrl"
        label={t('recordingUrl')}
        hint={t.raw('recordingUrlHint')}
        value={settings.recordingUrl}
        httpHosts={httpHosts}
        placeholders={['recording', 'ref', 'domain']}
        hold={held.recordingUrl}
      />
    </>
  );
}
