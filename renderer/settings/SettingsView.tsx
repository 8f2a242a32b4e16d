import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { SettingsView as View } from '../../shared/settings.ts';
import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { DoNotDisturbSetting } from './DoNotDisturbSetting.tsx';
import { FollowUpSettings } from './FollowUpSettings.tsx';
import { IdentitySettings } from './IdentitySettings.tsx';
import { NotificationPermission } from './NotificationPermission.tsx';
import { RebuildLog } from './RebuildLog.tsx';
import { RejectedDeliveries } from './RejectedDeliveries.tsx';
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
  return (
    <>
      <Section title={t('you')}>
        <IdentitySettings view={view} />
      </Section>
      <Section title={t('ringing')}>
        <SwitchSetting
          name="notifications"
          label={t('notifications')}
          hint={t('notificationsHint')}
          value={settings.notifications}
          isFixed={fixedByStartOption.includes('notifications')}
        />
        {settings.notifications && <NotificationPermission />}
        <SwitchSetting
          name="card"
          label={t('card')}
          hint={t('cardHint')}
          value={settings.card}
          isFixed={fixedByStartOption.includes('card')}
        />
        <DoNotDisturbSetting isFixed={fixedByStartOption.includes('doNotDisturbUntilUs')} />
      </Section>
      <Section title={t('missed')}>
        <FollowUpSettings view={view} />
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
      </Section>
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
