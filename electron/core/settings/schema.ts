import { z } from 'zod';

import { outcomes } from '../../../shared/call.ts';
import { tunnelKinds } from '../../../shared/reach.ts';
import type { SettingFault } from '../../../shared/refusal.ts';
import type { Settings } from '../../../shared/settings.ts';
import { updateChannels } from '../../../shared/updates.ts';

/** The schema's messages are keys of the catalogue: who is told chooses the language. */
const wants = (fault: SettingFault) => ({ error: fault });

/** An extension as the PBX spells it: short, without blanks. */
const extension = z
  .string(wants('text'))
  .trim()
  .regex(/^[A-Za-z0-9._*#-]{1,15}$/, wants('extension'));

const domain = z
  .string(wants('domain'))
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, wants('domain'));

const port = z.number(wants('port')).int(wants('port')).min(1024, wants('port')).max(65_535, wants('port'));

const time = z.int(wants('time')).min(0, wants('time'));

const flag = z.boolean(wants('flag'));
const ways = z.strictObject({ card: flag, notification: flag, sound: flag }, wants('shape'));
const minute = z.int(wants('minute')).min(0, wants('minute')).max(1439, wants('minute'));
const weekday = z.int(wants('weekday')).min(0, wants('weekday')).max(6, wants('weekday'));
const template = z.string(wants('text')).trim().max(1000, wants('long-template'));

const days = z.int(wants('days')).min(1, wants('days')).max(36_500, wants('days'));

/** Empty, or an address over https; plain http leads no further than this machine. */
const address = z
  .string(wants('address'))
  .trim()
  .max(2000, wants('long-address'))
  .refine(isSafeAddress, wants('address'));

function isSafeAddress(text: string): boolean {
  if (text === '') return true;
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
  );
}

/** The name of a host, without anything that a program could take for an option. */
export const host = z
  .string(wants('host'))
  .trim()
  .regex(/^([A-Za-z0-9][A-Za-z0-9.:-]{0,252})?$/, wants('host'));

const reach = z.strictObject(
  {
    kind: z.enum(tunnelKinds, wants('tunnel')),
    ownUrl: z.strictObject({ url: address }, wants('shape')),
    ssh: z.strictObject(
      {
        host,
        port: z.int(wants('server-port')).min(1, wants('server-port')).max(65_535, wants('server-port')),
        user: z.string(wants('text')).regex(/^([A-Za-z0-9_][A-Za-z0-9._-]{0,31})?$/, wants('user')),
        socket: z.string(wants('text')).regex(/^\/[A-Za-z0-9._/-]{1,100}$/, wants('socket')),
        url: address,
      },
      wants('shape'),
    ),
    cloudflared: z.strictObject(
      {
        mode: z.enum(['named', 'quick'], wants('tunnel-mode')),
        url: address,
        program: z.string(wants('text')).trim().max(1000, wants('long-template')),
      },
      wants('shape'),
    ),
    ngrok: z.strictObject(
      { domain: host, monthlyLimit: z.int(wants('limit')).min(1, wants('limit')).max(1_000_000_000, wants('limit')) },
      wants('shape'),
    ),
  },
  wants('shape'),
);

/** What each setting may be. */
export const settingFields = {
  extensions: z
    .array(extension, wants('list'))
    .max(20, wants('extensions'))
    .transform((list) => [...new Set(list)]),
  domain: domain.nullable(),
  port,
  ways: z.strictObject({ direct: ways, group: ways, internal: ways }, wants('shape')),
  quietHours: z.strictObject(
    {
      on: flag,
      days: z.array(weekday, wants('list')).max(7, wants('weekday')),
      fromMinute: minute,
      toMinute: minute,
    },
    wants('shape'),
  ),
  doNotDisturbUntilUs: time.nullable(),
  missedNotices: flag,
  groupFollowUps: z.enum(['never', 'unanswered', 'always'], wants('group-follow-ups')),
  ringSilenceSeconds: z.int(wants('ring-silence')).min(30, wants('ring-silence')).max(3600, wants('ring-silence')),
  talkSilenceMinutes: z.int(wants('talk-silence')).min(10, wants('talk-silence')).max(1440, wants('talk-silence')),
  tone: z.enum(['bell', 'marimba'], wants('tone')),
  volume: z.number(wants('volume')).min(0, wants('volume')).max(1, wants('volume')),
  masked: flag,
  crmUrl: template,
  crmOpens: z.enum(['on-ring', 'on-answer', 'by-hand'], wants('crm-opens')),
  crmHttpHosts: z.array(domain, wants('list')).max(20, wants('hosts')),
  callBackUrl: template,
  recordingUrl: template,
  startAtLogin: z.boolean(wants('flag')),
  theme: z.enum(['system', 'light', 'dark'], wants('theme')),
  language: z.enum(['system', 'en', 'el'], wants('language')),
  cardScreen: z.enum(['remembered', 'pointer', 'primary'], wants('card-screen')),
  country: z.string(wants('country')).regex(/^([A-Z]{2})?$/, wants('country')),
  keepDays: days.nullable(),
  keepDaysOf: z.partialRecord(z.enum(outcomes, wants('outcome')), days.nullable(), wants('shape')),
  reach,
  forwardUrl: address,
  updates: z.enum(['automatic', 'off'], wants('updates')),
  updateChannel: z.enum(updateChannels, wants('update-channel')),
} satisfies Record<keyof Settings, z.ZodType>;

const anyOfThem = {
  extensions: settingFields.extensions.exactOptional(),
  domain: settingFields.domain.exactOptional(),
  port: settingFields.port.exactOptional(),
  ways: settingFields.ways.exactOptional(),
  quietHours: settingFields.quietHours.exactOptional(),
  doNotDisturbUntilUs: settingFields.doNotDisturbUntilUs.exactOptional(),
  missedNotices: settingFields.missedNotices.exactOptional(),
  groupFollowUps: settingFields.groupFollowUps.exactOptional(),
  ringSilenceSeconds: settingFields.ringSilenceSeconds.exactOptional(),
  talkSilenceMinutes: settingFields.talkSilenceMinutes.exactOptional(),
  tone: settingFields.tone.exactOptional(),
  volume: settingFields.volume.exactOptional(),
  masked: settingFields.masked.exactOptional(),
  crmUrl: settingFields.crmUrl.exactOptional(),
  crmOpens: settingFields.crmOpens.exactOptional(),
  crmHttpHosts: settingFields.crmHttpHosts.exactOptional(),
  callBackUrl: settingFields.callBackUrl.exactOptional(),
  recordingUrl: settingFields.recordingUrl.exactOptional(),
  startAtLogin: settingFields.startAtLogin.exactOptional(),
  theme: settingFields.theme.exactOptional(),
  language: settingFields.language.exactOptional(),
  cardScreen: settingFields.cardScreen.exactOptional(),
  country: settingFields.country.exactOptional(),
  keepDays: settingFields.keepDays.exactOptional(),
  keepDaysOf: settingFields.keepDaysOf.exactOptional(),
  reach: settingFields.reach.exactOptional(),
  forwardUrl: settingFields.forwardUrl.exactOptional(),
  updates: settingFields.updates.exactOptional(),
  updateChannel: settingFields.updateChannel.exactOptional(),
} satisfies Record<keyof Settings, z.ZodType>;

/** What a window may send to change settings: any of them, and nothing else. */
export const settingsPatch = z.strictObject(anyOfThem);

/** What a settings file may hold. Fields of a newer version are kept out. */
export const settingsFile = z.object(anyOfThem);
