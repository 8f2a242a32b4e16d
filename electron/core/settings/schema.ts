import { z } from 'zod';

import { outcomes } from '../../../shared/call.ts';
import { tunnelKinds } from '../../../shared/reach.ts';
import { type Settings, defaultSettings } from '../../../shared/settings.ts';

/** An extension as the PBX spells it: short, without blanks. */
const extension = z
  .string({ error: 'expected text' })
  .trim()
  .regex(/^[A-Za-z0-9._*#-]{1,15}$/, 'expected an extension such as 1002');

const domain = z
  .string({ error: 'expected a domain name' })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, 'expected a domain name such as pbx.example.com');

const port = z
  .number({ error: 'expected a number' })
  .int('expected a whole number')
  .min(1024, 'expected a port between 1024 and 65535')
  .max(65_535, 'expected a port between 1024 and 65535');

const time = z.int('expected a time in epoch microseconds').min(0, 'expected a time in epoch microseconds');

const flag = z.boolean({ error: 'expected true or false' });
const ways = z.strictObject({ card: flag, notification: flag, sound: flag });
const minute = z.int().min(0, 'expected minutes after midnight').max(1439, 'expected minutes after midnight');
const template = z.string({ error: 'expected an address template' }).trim().max(1000, 'at most 1000 characters');

const days = z
  .int('expected a whole number of days')
  .min(1, 'expected 1 to 36,500 days')
  .max(36_500, 'expected 1 to 36,500 days');

/** Empty, or an address over https; plain http leads no further than this machine. */
const address = z
  .string({ error: 'expected an address' })
  .trim()
  .max(2000, 'at most 2000 characters')
  .refine(isSafeAddress, 'expected an address that begins with https://');

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
  .string({ error: 'expected a host' })
  .trim()
  .regex(/^([A-Za-z0-9][A-Za-z0-9.:-]{0,252})?$/, 'expected a host such as pbx.example.com');

const reach = z.strictObject({
  kind: z.enum(tunnelKinds, { error: 'expected none, own-url, ssh, cloudflared or ngrok' }),
  ownUrl: z.strictObject({ url: address }),
  ssh: z.strictObject({
    host,
    port: z.int('expected a port').min(1, 'expected a port').max(65_535, 'expected a port'),
    user: z.string().regex(/^([A-Za-z0-9_][A-Za-z0-9._-]{0,31})?$/, 'expected the name of a user'),
    socket: z.string().regex(/^\/[A-Za-z0-9._/-]{1,100}$/, 'expected an absolute path such as /run/ringside/hook.sock'),
    url: address,
  }),
  cloudflared: z.strictObject({ mode: z.enum(['named', 'quick']), url: address, program: z.string().trim().max(1000) }),
  ngrok: z.strictObject({ domain: host, monthlyLimit: z.int().min(1).max(1_000_000_000) }),
});

const fields = {
  extensions: z
    .array(extension)
    .max(20, 'at most 20 extensions')
    .transform((list) => [...new Set(list)]),
  domain: domain.nullable(),
  port,
  ways: z.strictObject({ direct: ways, group: ways, internal: ways }),
  quietHours: z.strictObject({
    on: flag,
    days: z.array(z.int().min(0, 'expected days from 0 to 6').max(6, 'expected days from 0 to 6')).max(7),
    fromMinute: minute,
    toMinute: minute,
  }),
  doNotDisturbUntilUs: time.nullable(),
  missedNotices: flag,
  groupFollowUps: z.enum(['never', 'unanswered', 'always'], { error: 'expected never, unanswered or always' }),
  ringSilenceSeconds: z
    .int('expected a whole number of seconds')
    .min(30, 'expected 30 to 3600 seconds')
    .max(3600, 'expected 30 to 3600 seconds'),
  talkSilenceMinutes: z
    .int('expected a whole number of minutes')
    .min(10, 'expected 10 to 1440 minutes')
    .max(1440, 'expected 10 to 1440 minutes'),
  tone: z.enum(['bell', 'marimba'], { error: 'expected bell or marimba' }),
  volume: z.number({ error: 'expected a number from 0 to 1' }).min(0).max(1),
  masked: flag,
  crmUrl: template,
  crmOpens: z.enum(['on-ring', 'on-answer', 'by-hand'], { error: 'expected on-ring, on-answer or by-hand' }),
  crmHttpHosts: z.array(domain).max(20, 'at most 20 hosts'),
  callBackUrl: template,
  recordingUrl: template,
  startAtLogin: z.boolean({ error: 'expected true or false' }),
  theme: z.enum(['system', 'light', 'dark'], { error: 'expected system, light or dark' }),
  language: z.enum(['system', 'en', 'el'], { error: 'expected system, en or el' }),
  cardScreen: z.enum(['remembered', 'pointer', 'primary'], { error: 'expected remembered, pointer or primary' }),
  country: z.string().regex(/^([A-Z]{2})?$/, 'expected a country as two capital letters, such as CY, or nothing'),
  keepDays: days.nullable(),
  keepDaysOf: z.partialRecord(z.enum(outcomes, { error: 'expected the name of an outcome' }), days.nullable()),
  reach,
  forwardUrl: address,
} satisfies Record<keyof Settings, z.ZodType>;

/** What a window may send to change settings: any of them, and nothing else. */
export const settingsPatch = z.strictObject({
  extensions: fields.extensions.exactOptional(),
  domain: fields.domain.exactOptional(),
  port: fields.port.exactOptional(),
  doNotDisturbUntilUs: fields.doNotDisturbUntilUs.exactOptional(),
  missedNotices: fields.missedNotices.exactOptional(),
  groupFollowUps: fields.groupFollowUps.exactOptional(),
  ringSilenceSeconds: fields.ringSilenceSeconds.exactOptional(),
  talkSilenceMinutes: fields.talkSilenceMinutes.exactOptional(),
  ways: fields.ways.exactOptional(),
  quietHours: fields.quietHours.exactOptional(),
  tone: fields.tone.exactOptional(),
  volume: fields.volume.exactOptional(),
  masked: fields.masked.exactOptional(),
  crmUrl: fields.crmUrl.exactOptional(),
  crmOpens: fields.crmOpens.exactOptional(),
  crmHttpHosts: fields.crmHttpHosts.exactOptional(),
  callBackUrl: fields.callBackUrl.exactOptional(),
  recordingUrl: fields.recordingUrl.exactOptional(),
  startAtLogin: fields.startAtLogin.exactOptional(),
  theme: fields.theme.exactOptional(),
  language: fields.language.exactOptional(),
  cardScreen: fields.cardScreen.exactOptional(),
  country: fields.country.exactOptional(),
  keepDays: fields.keepDays.exactOptional(),
  keepDaysOf: fields.keepDaysOf.exactOptional(),
  reach: fields.reach.exactOptional(),
  forwardUrl: fields.forwardUrl.exactOptional(),
});

/** What a settings file may hold. Fields of a newer version are kept out; missing ones take their default. */
export const settingsFile = z.object({
  extensions: fields.extensions.default([...defaultSettings.extensions]),
  domain: fields.domain.default(defaultSettings.domain),
  port: fields.port.default(defaultSettings.port),
  doNotDisturbUntilUs: fields.doNotDisturbUntilUs.default(defaultSettings.doNotDisturbUntilUs),
  missedNotices: fields.missedNotices.default(defaultSettings.missedNotices),
  groupFollowUps: fields.groupFollowUps.default(defaultSettings.groupFollowUps),
  ringSilenceSeconds: fields.ringSilenceSeconds.default(defaultSettings.ringSilenceSeconds),
  talkSilenceMinutes: fields.talkSilenceMinutes.default(defaultSettings.talkSilenceMinutes),
  ways: fields.ways.default(defaultSettings.ways),
  quietHours: fields.quietHours.default({ ...defaultSettings.quietHours, days: [...defaultSettings.quietHours.days] }),
  tone: fields.tone.default(defaultSettings.tone),
  volume: fields.volume.default(defaultSettings.volume),
  masked: fields.masked.default(defaultSettings.masked),
  crmUrl: fields.crmUrl.default(defaultSettings.crmUrl),
  crmOpens: fields.crmOpens.default(defaultSettings.crmOpens),
  crmHttpHosts: fields.crmHttpHosts.default([...defaultSettings.crmHttpHosts]),
  callBackUrl: fields.callBackUrl.default(defaultSettings.callBackUrl),
  recordingUrl: fields.recordingUrl.default(defaultSettings.recordingUrl),
  startAtLogin: fields.startAtLogin.default(defaultSettings.startAtLogin),
  theme: fields.theme.default(defaultSettings.theme),
  language: fields.language.default(defaultSettings.language),
  cardScreen: fields.cardScreen.default(defaultSettings.cardScreen),
  country: fields.country.default(defaultSettings.country),
  keepDays: fields.keepDays.default(defaultSettings.keepDays),
  keepDaysOf: fields.keepDaysOf.default(defaultSettings.keepDaysOf),
  reach: fields.reach.default(defaultSettings.reach),
  forwardUrl: fields.forwardUrl.default(defaultSettings.forwardUrl),
}) satisfies z.ZodType<Settings>;
