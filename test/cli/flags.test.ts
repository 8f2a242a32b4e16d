import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { defaultDataDir } from '../../electron/cli/dataDir.ts';
import { parseStartFlags } from '../../electron/cli/flags.ts';
import { machinePolicy } from '../../electron/core/policy/policySource.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** Parses a command line that has to be accepted. */
function accepted(line: string) {
  const parsed = parseStartFlags(line.split(' ').filter(Boolean));
  if (parsed.kind !== 'run') throw new Error(`${line}: ${JSON.stringify(parsed)}`);
  return parsed.flags;
}

describe('start flags', () => {
  test('without any, the app starts in its own window with the settings in force', () => {
    expect(accepted('')).toEqual({
      start: {
        dataDir: defaultDataDir(process.platform, process.env, homedir()),
        policy: machinePolicy(process.platform),
      },
      browser: false,
      open: true,
      uiPort: 0,
      sandbox: true,
      portable: false,
      hidden: false,
      selfTest: false,
      openRef: null,
    });
  });

  test('every flag has its effect', () => {
    const line =
      '--browser --no-open --data-dir /data --port 47101 --extension 1002 --domain pbx.example --policy p.json --ui-port 8080 --no-sandbox --hidden --self-test ringside://call/call-1';
    expect(accepted(line)).toEqual({
      start: {
        dataDir: resolve('/data'),
        port: 47_101,
        extensions: ['1002'],
        domain: 'pbx.example',
        policy: { path: resolve('p.json'), owner: null },
      },
      browser: true,
      open: false,
      uiPort: 8080,
      sandbox: false,
      portable: false,
      hidden: true,
      selfTest: true,
      openRef: 'call-1',
    });
  });

  test('a policy of one’s own is for trying out, and nothing an installed Ringside would follow', () => {
    expect(parseStartFlags(['--policy', 'p.json'], '/opt/data')).toEqual({
      kind: 'error',
      message: 'An installed Ringside follows the policy of this machine alone, not --policy. --help lists every flag.',
    });
    expect(parseStartFlags([], '/opt/data').kind).toBe('run');
    expect(parseStartFlags(['--check-policy', 'p.json'], '/opt/data')).toEqual({
      kind: 'check-policy',
      path: resolve('p.json'),
    });
  });

  test('a relative data folder is taken from where the command runs', () => {
    expect(accepted('--data-dir some/folder').start.dataDir).toBe(join(process.cwd(), 'some', 'folder'));
  });

  test('port 0 is a choice: any free port', () => {
    expect(accepted('--port 0').start.port).toBe(0);
  });

  test('several extensions come by repeating the flag, by commas, or both, each once', () => {
    const parsed = parseStartFlags(['--extension', '1002, 1003', '--extension=*98#', '--extension', '1002']);
    expect(parsed).toMatchObject({ flags: { start: { extensions: ['1002', '1003', '*98#'] } } });
  });

  test.each([
    ['--bogus', '--bogus'],
    ['--prot 1', '--prot'],
    ['1002', '1002'],
    ['--port', '--port'],
    ['--port -1', '--port'],
    ['--port 65536', '--port'],
    ['--port 0x10', '--port'],
    ['--port=', '--port'],
    ['--ui-port 1.5', '--ui-port'],
    ['--extension 10/02', '10/02'],
    ['--extension 1002,', '--extension'],
    ['--extension 1234567890123456', '1234567890123456'],
    ['--data-dir=', '--data-dir'],
    ['--domain=', '--domain'],
    ['--browser=yes', '--browser'],
  ])('%s is an error that names %s, in one line that points to --help', (line, named) => {
    const parsed = parseStartFlags(line.split(' '));
    expect(parsed).toMatchObject({ kind: 'error', message: expect.stringContaining(named) });
    expect(parsed).toMatchObject({ message: expect.stringMatching(/^[^\n]+[^.]\. --help lists every flag\.$/) });
  });

  test('--portable takes the folder beside the packaged program', () => {
    const parsed = parseStartFlags(['--portable'], resolve('/stick/Ringside-data'));
    expect(parsed).toMatchObject({ flags: { portable: true, start: { dataDir: resolve('/stick/Ringside-data') } } });
    expect(parseStartFlags([], '/stick/Ringside-data')).toMatchObject({ flags: accepted('') });
  });

  test('--portable beside --data-dir is an error: each names a folder', () => {
    const parsed = parseStartFlags(['--portable', '--data-dir', '/data'], '/stick/Ringside-data');
    expect(parsed).toMatchObject({ message: expect.stringMatching(/^--portable and --data-dir .* use one/) });
  });

  test('--portable has no program to be beside of when Ringside runs from its sources', () => {
    expect(parseStartFlags(['--portable'])).toMatchObject({ message: expect.stringMatching(/packaged.*--data-dir/) });
  });

  test('--help shows every flag', () => {
    const parsed = parseStartFlags(['--help']);
    if (parsed.kind !== 'help') throw new Error(parsed.kind);
    const shown = [...parsed.text.matchAll(/^ {2}--([\w-]+)/gm)].map(([, name]) => name);
    expect(shown).toEqual([
      'browser',
      'no-open',
      'data-dir',
      'portable',
      'port',
      'extension',
      'domain',
      'ui-port',
      'no-sandbox',
      'hidden',
      'self-test',
      'policy',
      'check-policy',
      'help',
      'version',
    ]);
  });

  test('--version shows the version of the package', () => {
    expect(parseStartFlags(['--version'])).toEqual({ kind: 'help', text: packageJson.version });
  });
});

describe('the default data folder', () => {
  test('on Windows is Ringside in the roaming application data', () => {
    const appData = String.raw`C:\Users\ann\AppData\Roaming`;
    expect(defaultDataDir('win32', { APPDATA: appData }, String.raw`C:\Users\ann`)).toBe(`${appData}\\Ringside`);
    expect(defaultDataDir('win32', {}, String.raw`C:\Users\ann`)).toBe(`${appData}\\Ringside`);
  });

  test('on macOS is Ringside in Application Support', () => {
    expect(defaultDataDir('darwin', {}, '/Users/ann')).toBe('/Users/ann/Library/Application Support/Ringside');
  });

  test('elsewhere follows the XDG base directories', () => {
    expect(defaultDataDir('linux', { XDG_CONFIG_HOME: '/conf' }, '/home/ann')).toBe('/conf/Ringside');
    expect(defaultDataDir('linux', {}, '/home/ann')).toBe('/home/ann/.config/Ringside');
    expect(defaultDataDir('linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ann')).toBe('/home/ann/.config/Ringside');
  });
});
