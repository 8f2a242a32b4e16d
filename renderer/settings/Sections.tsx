import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { useHost } from '../bridge/host.ts';
import { hrefOf } from '../route/route.ts';
import { useUpdates } from '../updates/useUpdates.ts';
import { CrmSettings } from './CrmSettings.tsx';
import { FileSettings } from './FileSettings.tsx';
import { Findable } from './Findable.tsx';
import { FollowUpSettings } from './FollowUpSettings.tsx';
import { IdentitySettings } from './IdentitySettings.tsx';
import { KeepSettings } from './KeepSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { PolicyNote } from './PolicyNote.tsx';
import { RebuildLog } from './RebuildLog.tsx';
import { RingSettings } from './RingSettings.tsx';
import { Section } from './Section.tsx';
import { StartAtLogin } from './StartAtLogin.tsx';
import { TextSetting } from './TextSetting.tsx';
import { UpdateSettings } from './UpdateSettings.tsx';
import { WebhookAddress } from './WebhookAddress.tsx';

/** Every setting, from what is touched most to what is touched least. */
export function Sections({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings');
  const { settings, held } = view;
  const isDesktop = useHost() === 'electron';
  const isReady = useUpdates()?.kind === 'ready';
  // Whoever comes for a version that is ready finds it at once. It stays where it was when the page was opened.
  const [isUpdateFirst] = useState(isReady);
  const updates = isDesktop && (
    <Section title={t('updates')}>
      <UpdateSettings view={view} />
    </Section>
  );
  return (
    <>
      <PolicyNote view={view} />
      {isUpdateFirst && updates}
      <Section title={t('you')}>
        <IdentitySettings view={view} />
      </Section>
      <Section title={t('ringing')}>
        <RingSettings view={view} />
      </Section>
      <Section title={t('missed')}>
        <FollowUpSettings view={view} />
      </Section>
      <Section title={t('crm.title')}>
        <CrmSettings view={view} />
      </Section>
      <Section title={t('look')}>
        <LookSettings view={view} />
      </Section>
      {isDesktop && (
        <Section title={t('system')}>
          <StartAtLogin view={view} />
        </Section>
      )}
      <Section title={t('reachability')}>
        <Findable words={[t('connection'), t('connectionHint')]}>
          <div className="field">
            <div className="field-words">
              <h3>{t('connection')}</h3>
              <p>{t('connectionHint')}</p>
            </div>
            <a className="button" href={hrefOf({ kind: 'connection' })}>
              {t('openConnection')}
            </a>
          </div>
        </Findable>
        <TextSetting
          name="port"
          label={t('port')}
          hint={t('portHint')}
          inputMode="numeric"
          value={String(settings.port)}
          hold={held.port}
          patchOf={(text) => (/^\s*\d+\s*$/.test(text) ? { port: Number(text) } : t('portInvalid'))}
        />
      </Section>
      <Section title={t('webhook')}>
        <Findable words={[t('webhookHint'), t('webhookLocal'), t('webhookSecret')]}>
          <WebhookAddress />
        </Findable>
      </Section>
      <Section title={t('keep.title')}>
        <KeepSettings view={view} />
      </Section>
      <Section title={t('log')}>
        <Findable words={[t('rebuild'), t('rebuildHint')]}>
          <RebuildLog />
        </Findable>
      </Section>
      {!isUpdateFirst && updates}
      <Section title={t('file.title')}>
        <FileSettings view={view} />
      </Section>
    </>
  );
}
