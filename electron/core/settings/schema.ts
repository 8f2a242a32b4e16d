import { z } from 'zod';

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

const fields = {
  extensions: z
    .array(extension)
    .max(20, 'at most 20 extensions')
    .transform((list) => [...new Set(list)]),
  domain: domain.nullable(),
  port,
  notifications: z.boolean({ error: 'expected true or false' }),
  card: z.boolean({ error: 'expected true or false' }),
  doNotDisturbUntilUs: time.nullable(),
  missedNotices: z.boolean({ error: 'expected true or false' }),
  groupFollowUps: z.enum(['never', 'unanswered', 'always'], { error: 'expected never, unanswered or always' }),
  ringSilenceSeconds: z
    .int('expected a whole number of seconds')
    .min(30, 'expected 30 to 3600 seconds')
    .max(3600, 'expected 30 to 3600 seconds'),
  talkSilenceMinutes: z
    .int('expected a whole number of minutes')
    .min(10, 'expected 10 to 1440 minutes')
    .max(1440, 'expected 10 to 1440 minutes'),
  theme: z.enum(['system', 'light', 'dark'], { error: 'expected system, light or dark' }),
} satisfies Record<keyof Settings, z.ZodType>;

/** What a window may send to change settings: any of them, and nothing else. */
export const settingsPatch = z.strictObject({
  extensions: fields.extensions.exactOptional(),
  domain: fields.domain.exactOptional(),
  port: fields.port.exactOptional(),
  notifications: fields.notifications.exactOptional(),
  card: fields.card.exactOptional(),
  doNotDisturbUntilUs: fields.doNotDisturbUntilUs.exactOptional(),
  missedNotices: fields.missedNotices.exactOptional(),
  groupFollowUps: fields.groupFollowUps.exactOptional(),
  ringSilenceSeconds: fields.ringSilenceSeconds.exactOptional(),
  talkSilenceMinutes: fields.talkSilenceMinutes.exactOptional(),
  theme: fields.theme.exactOptional(),
});

/** What a settings file may hold. Fields of a newer version are kept out; missing ones take their default. */
export const settingsFile = z.object({
  extensions: fields.extensions.default([...defaultSettings.extensions]),
  domain: fields.domain.default(defaultSettings.domain),
  port: fields.port.default(defaultSettings.port),
  notifications: fields.notifications.default(defaultSettings.notifications),
  card: fields.card.default(defaultSettings.card),
  doNotDisturbUntilUs: fields.doNotDisturbUntilUs.default(defaultSettings.doNotDisturbUntilUs),
  missedNotices: fields.missedNotices.default(defaultSettings.missedNotices),
  groupFollowUps: fields.groupFollowUps.default(defaultSettings.groupFollowUps),
  ringSilenceSeconds: fields.ringSilenceSeconds.default(defaultSettings.ringSilenceSeconds),
  talkSilenceMinutes: fields.talkSilenceMinutes.default(defaultSettings.talkSilenceMinutes),
  theme: fields.theme.default(defaultSettings.theme),
}) satisfies z.ZodType<Settings>;
