import { useTranslations } from 'use-intl';

import type { Settings } from '../../shared/settings.ts';

/** Where the catalogue has the name of each setting. */
const nameOf = {
  extensions: 'settings.extensions',
  domain: 'settings.domain',
  port: 'settings.port',
  ways: 'settings.ways.title',
  quietHours: 'settings.quietHours.title',
  doNotDisturbUntilUs: 'doNotDisturb.title',
  missedNotices: 'settings.missedNotices',
  groupFollowUps: 'settings.groupFollowUps',
  ringSilenceSeconds: 'settings.ringSilence',
  talkSilenceMinutes: 'settings.talkSilence',
  tone: 'settings.tone',
  volume: 'settings.volume',
  masked: 'settings.masked',
  crmUrl: 'settings.crm.url',
  crmOpens: 'settings.crm.opens',
  crmHttpHosts: 'settings.crm.hosts',
  callBackUrl: 'settings.crm.callBackUrl',
  recordingUrl: 'settings.crm.recordingUrl',
  startAtLogin: 'settings.startAtLogin',
  theme: 'settings.theme',
  language: 'settings.language',
  cardScreen: 'settings.cardScreen',
  country: 'settings.country',
  keepDays: 'settings.keep.days',
  keepDaysOf: 'settings.keep.daysOf',
  reach: 'connection.reach',
  forwardUrl: 'connection.forwardUrl',
  updates: 'settings.updates',
  updateChannel: 'settings.updateChannel',
} as const satisfies Record<keyof Settings, string>;

/** The name of a setting, as it stands beside it. */
export function useSettingName(): (setting: keyof Settings) => string {
  const t = useTranslations();
  return (setting) => t(nameOf[setting]);
}
