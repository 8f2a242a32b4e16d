import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { settingsPatch } from '../../../electron/core/settings/schema.ts';
import { readChoices, writeChoices } from '../../../electron/core/settings/settingsFile.ts';
import { type Settings, defaultSettings } from '../../../shared/settings.ts';
import { en } from '../../../shared/words/en.ts';
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
  updates: 'off',
  updateChannel: 'beta',
};

function settingsPath(text?: string): string {
  const path = join(tempFolder(), 'settings.json');
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

describe('settings', () => {
  test('that nobody has made are the usual ones', () => {
    const path = settingsPath();
    expect(readChoices(path, now)).toEqual({ choices: {}, movedAside: null });
    expect(existsSync(path)).toBe(false);
  });

  test('come back as they were written, in a file that only its owner may read, with no draft left', () => {
    const path = settingsPath();
    writeChoices(path, changed);
    expect(readChoices(path, now)).toEqual({ choices: changed, movedAside: null });
    writeChoices(path, { theme: 'dark' });
    expect(readChoices(path, now).choices).toEqual({ theme: 'dark' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
  });

  test('that are missing from the file are the usual ones, and unknown ones are left out', () => {
    const path = settingsPath('{"theme":"dark","weather":"fine"}');
    expect(readChoices(path, now)).toEqual({ choices: { theme: 'dark' }, movedAside: null });
  });

  test('of an older version, which wrote all of them down, are what its user had made of the usual ones', () => {
    const path = settingsPath(JSON.stringify({ ...defaultSettings, theme: 'dark', extensions: ['1002'] }));
    expect(readChoices(path, now).choices).toEqual({ theme: 'dark', extensions: ['1002'] });
  });

  test('that the user wants as they usually are stay chosen', () => {
    const path = settingsPath();
    writeChoices(path, { theme: 'system', missedNotices: true });
    expect(readChoices(path, now).choices).toEqual({ theme: 'system', missedNotices: true });
  });

  test('that were half written when the power went are as they were before', () => {
    const path = settingsPath();
    writeChoices(path, changed);
    writeFileSync(`${path}.new`, '{"extens');
    expect(readChoices(path, now)).toEqual({ choices: changed, movedAside: null });
    writeChoices(path, { theme: 'dark' });
    expect(readChoices(path, now).choices).toEqual({ theme: 'dark' });
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
    const { choices, movedAside } = readChoices(path, now);
    expect(choices).toEqual({});
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
    [{ extensions: ['10 02'] }, 'extensions.0', 'extension'],
    [{ extensions: ['1'.repeat(16)] }, 'extensions.0', 'extension'],
    [{ extensions: Array.from({ length: 21 }, (_, n) => `${n}`) }, 'extensions', 'extensions'],
    [{ extensions: '1002' }, 'extensions', 'list'],
    [{ extensions: [1002] }, 'extensions.0', 'text'],
    [{ domain: '' }, 'domain', 'domain'],
    [{ domain: 'http://pbx.example.com/' }, 'domain', 'domain'],
    [{ port: 0 }, 'port', 'port'],
    [{ port: 65_536 }, 'port', 'port'],
    [{ port: 47_100.5 }, 'port', 'port'],
    [{ port: '47100' }, 'port', 'port'],
    [{ masked: 1 }, 'masked', 'flag'],
    [{ volume: 2 }, 'volume', 'volume'],
    [{ quietHours: { on: true, days: [7], fromMinute: 0, toMinute: 1 } }, 'quietHours.days.0', 'weekday'],
    [{ theme: 'pink' }, 'theme', 'theme'],
    [{ theme: undefined }, 'theme', 'theme'],
  ] as const)('that makes no sense is refused, naming the field and what is wrong: %j', ([patch, field, fault]) => {
    const parsed = settingsPatch.safeParse(patch);
    expect(parsed.error?.issues).toHaveLength(1);
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(field);
    expect(parsed.error?.issues[0]?.message).toBe(fault);
  });

  test('is refused in English for scripts, and by keys of the catalogue for people', async () => {
    const { app } = await startApp();
    expect(await app.request('settings.change', { port: 0, extensions: ['10 02'] })).toEqual({
      ok: false,
      error: {
        code: 'bad-request',
        message:
          'settings.change: extensions.0: expected an extension such as 1002; port: expected a whole number between 1024 and 65535.',
        words: [
          { kind: 'wrong-setting', setting: 'extensions', fault: 'extension' },
          { kind: 'wrong-setting', setting: 'port', fault: 'port' },
        ],
      },
    });
    expect(await app.request('settings.change', { weather: 'fine' })).toMatchObject({
      error: { words: [{ kind: 'unknown-setting', name: 'weather' }] },
    });
  });

  test.for(Object.keys(defaultSettings))('has words for whatever is wrong with %s', (name) => {
    for (const value of [null, 1e300, -1.5, '\0', [null], { kind: 'x' }]) {
      const issues = settingsPatch.safeParse({ [name]: value }).error?.issues ?? [];
      expect(issues.filter(({ message }) => !(message in en.settingFaults))).toEqual([]);
    }
  });
});
