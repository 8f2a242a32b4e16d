import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { settingsPatch } from '../../../electron/core/settings/schema.ts';
import { readSettings, writeSettings } from '../../../electron/core/settings/settingsFile.ts';
import { type Settings, defaultSettings } from '../../../shared/settings.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const now = new Date('2026-03-04T05:06:07.089Z');
const changed: Settings = {
  extensions: ['1002', '1003'],
  domain: 'pbx.example.com',
  port: 47_200,
  ways: {
    direct: { card: true, notification: false, sound: true },
    group: { card: false, notification: false, sound: false },
    internal: { card: true, notification: true, sound: false },
  },
  quietHours: { on: true, days: [0, 6], fromMinute: 0, toMinute: 600 },
  tone: 'marimba',
  volume: 0.25,
  masked: true,
  crmUrl: 'https://crm.example.com/?q={e164}',
  crmOpens: 'on-answer',
  crmHttpHosts: ['crm.local'],
  callBackUrl: 'sip:{e164}@pbx.example.com',
  recordingUrl: 'https://pbx.example.com/r/{recording}',
  doNotDisturbUntilUs: 1_800_000_000_000_000,
  missedNotices: false,
  groupFollowUps: 'always',
  ringSilenceSeconds: 60,
  talkSilenceMinutes: 30,
  startAtLogin: true,
  theme: 'dark',
  language: 'el',
  cardScreen: 'pointer',
  country: 'CY',
  keepDays: 365,
  keepDaysOf: { missed: 30, answered: null },
  reach: {
    ...defaultSettings.reach,
    kind: 'ssh',
    ssh: {
      host: 'gate.example.com',
      port: 2222,
      user: 'hooks',
      socket: '/run/hooks/agent.sock',
      url: 'https://hooks.example.com',
    },
  },
  forwardUrl: 'https://hub.example.com/calls',
};

function settingsPath(text?: string): string {
  const path = join(tempFolder(), 'settings.json');
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

describe('settings', () => {
  test('that nobody has made are the usual ones', () => {
    const path = settingsPath();
    expect(readSettings(path, now)).toEqual({ settings: defaultSettings, movedAside: null });
    expect(existsSync(path)).toBe(false);
  });

  test('come back as they were written, in a file that only its owner may read, with no draft left', () => {
    const path = settingsPath();
    writeSettings(path, changed);
    expect(readSettings(path, now)).toEqual({ settings: changed, movedAside: null });
    writeSettings(path, defaultSettings);
    expect(readSettings(path, now).settings).toEqual(defaultSettings);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
  });

  test('that are missing from the file are the usual ones, and unknown ones are left out', () => {
    const path = settingsPath('{"theme":"dark","weather":"fine"}');
    expect(readSettings(path, now)).toEqual({ settings: { ...defaultSettings, theme: 'dark' }, movedAside: null });
  });

  test('that were half written when the power went are as they were before', () => {
    const path = settingsPath();
    writeSettings(path, changed);
    writeFileSync(`${path}.new`, '{"extens');
    expect(readSettings(path, now)).toEqual({ settings: changed, movedAside: null });
    writeSettings(path, defaultSettings);
    expect(readSettings(path, now).settings).toEqual(defaultSettings);
  });
});

describe('a settings file that makes no sense', () => {
  test.for([
    '',
    '{',
    'theme = dark',
    '[]',
    'null',
    '{"port":"x"}',
    '{"port":80}',
    '{"theme":"pink"}',
    '{"extensions":[1]}',
  ])('is moved aside as it is, never overwritten: %s', (text) => {
    const path = settingsPath(text);
    const { settings, movedAside } = readSettings(path, now);
    expect(settings).toEqual(defaultSettings);
    expect(movedAside).toBe(`${path}.damaged-2026-03-04T05-06-07-089Z`);
    expect(readFileSync(String(movedAside), 'utf8')).toBe(text);
    expect(existsSync(path)).toBe(false);
  });

  test('is told of in the window and on the terminal, and Ringside starts all the same', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'settings.json'), 'not settings');
    const running = await startApp({ dataDir });
    const { notices, listener } = await running.ask('status.get');
    expect(notices).toMatchObject([{ kind: 'settings-moved-aside' }]);
    expect(listener.kind).toBe('listening');
    expect(running.said[0]).toMatch(/^The settings file could not be understood\. It was moved to .*damaged-/);
  });
});

describe('a change of settings', () => {
  test.for([
    [{ extensions: [' 1002 ', '1002', '1003'] }, { extensions: ['1002', '1003'] }],
    [{ extensions: [] }, { extensions: [] }],
    [{ domain: ' PBX.Example.COM ' }, { domain: 'pbx.example.com' }],
    [{ domain: null }, { domain: null }],
    [{ port: 1024 }, { port: 1024 }],
    [{ port: 65_535 }, { port: 65_535 }],
    [{}, {}],
  ] as const)('is taken, and tidied up: %j', ([patch, taken]) => {
    expect(settingsPatch.parse(patch)).toEqual(taken);
  });

  test.for([
    [{ extensions: ['10 02'] }, 'extensions.0', /an extension such as 1002/],
    [{ extensions: ['1'.repeat(16)] }, 'extensions.0', /an extension/],
    [{ extensions: Array.from({ length: 21 }, (_, n) => `${n}`) }, 'extensions', /at most 20/],
    [{ extensions: '1002' }, 'extensions', /expected array/],
    [{ extensions: [1002] }, 'extensions.0', /expected text/],
    [{ domain: '' }, 'domain', /a domain name/],
    [{ domain: 'http://pbx.example.com/' }, 'domain', /a domain name/],
    [{ port: 0 }, 'port', /between 1024 and 65535/],
    [{ port: 65_536 }, 'port', /between 1024 and 65535/],
    [{ port: 47_100.5 }, 'port', /whole number/],
    [{ port: '47100' }, 'port', /expected a number/],
    [{ masked: 1 }, 'masked', /true or false/],
    [{ volume: 2 }, 'volume', /from 0 to 1/],
    [{ quietHours: { on: true, days: [7], fromMinute: 0, toMinute: 1 } }, 'quietHours.days.0', /0 to 6/],
    [{ theme: 'pink' }, 'theme', /system, light or dark/],
    [{ theme: undefined }, 'theme', /system, light or dark/],
    [{ weather: 'fine' }, '', /[Uu]nrecognized/],
  ] as const)('that makes no sense is refused, naming the field: %j', ([patch, field, words]) => {
    const parsed = settingsPatch.safeParse(patch);
    expect(parsed.error?.issues).toHaveLength(1);
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(field);
    expect(parsed.error?.issues[0]?.message).toMatch(words);
  });
});
