import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { SettingsView as View } from '../../shared/settings.ts';
import { useHost } from '../bridge/host.ts';
import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { CrmSettings } from './CrmSettings.tsx';
import { FollowUpSettings } from './FollowUpSettings.tsx';
import { IdentitySettings } from './IdentitySettings.tsx';
import { RebuildLog } from './RebuildLog.tsx';
import { RejectedDeliveries } from './RejectedDeliveries.tsx';
import { RingSettings } from './RingSettings.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import { TextSetting } from './TextSetting.tsx';
import { WebhookAddress } from './WebhookAddress.tsx';

const themes = ['system', 'light', 'dark'] as const;

export function SettingsView() {
  const t = useTranslations('settings');
  const { data: view, error, refetch } = useReading('settings.get', undefined);
  return (
    <div className="page">
      <header className="view-header">
        <h1>{t('title')}</h1>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {view && <Sections view={view} />}
    </div>
  );
}

function Sections({ view }: { readonly view: View }) {
  const t = useTranslations('settings');
  const { settings, fixedByStartOption } = view;
  const isDesktop = useHost() === 'electron';
  return (
    <>
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
        <ChoiceSetting
          name="theme"
          label={t('theme')}
          hint={t('themeHint')}
          choices={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
          value={settings.theme}
          isFixed={fixedByStartOption.includes('theme')}
        />
        <SwitchSetting
          name="masked"
          label={t('masked')}
          hint={t('maskedHint')}
          value={settings.masked}
          isFixed={fixedByStartOption.includes('masked')}
        />
      </Section>
      {isDesktop && (
        <Section title={t('system')}>
          <SwitchSetting
            name="startAtLogin"
            label={t('startAtLogin')}
            hint={t('startAtLoginHint')}
            value={settings.startAtLogin}
            isFixed={fixedByStartOption.includes('startAtLogin')}
          />
        </Section>
      )}
      <Section title={t('reachability')}>
        <TextSetting
          label={t('port')}
          hint={t('portHint')}
          inputMode="numeric"
          value={String(settings.port)}
          isFixed={fixedByStartOption.includes('port')}
          patchOf={(text) => (/^\s*\d+\s*$/.test(text) ? { port: Number(text) } : t('portInvalid'))}
        />
      </Section>
      <Section title={t('webhook')}>
        <WebhookAddress />
      </Section>
      <Section title={t('log')}>
        <RebuildLog />
        <RejectedDeliveries />
      </Section>
      <About />
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      <div className="section-body">{children}</div>
    </section>
  );
}

function About() {
  const t = useTranslations('settings');
  const { data: status } = useReading('status.get', undefined);
  if (!status) return null;
  return (
    <footer className="about">
      <p>
        {t('version', { version: status.version })} · <a href={hrefOf({ kind: 'setup' })}>{t('setup')}</a>
      </p>
      <p>
        {t('dataHint')}{' '}
        <bdi className="code" dir="ltr">
          {status.dataDir}
        </bdi>
      </p>
    </footer>
  );
}
