import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Configuration } from 'electron-builder';
import { describe, expect, test } from 'vitest';

import { wholeConfiguration } from '../../../electron/cli/packaging/builder.ts';
import { rehearse } from '../../../electron/cli/packaging/dryRun.ts';
import { runsFor } from '../../../electron/cli/packaging/runs.ts';
import { systems } from '../../../electron/cli/packaging/system.ts';
import type { System } from '../../../electron/cli/packaging/system.ts';
import { linkScheme } from '../../../shared/callLink.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const secrets = {
  CSC_LINK: 'base64',
  APPLE_KEYCHAIN_PROFILE: 'ci',
  AZURE_TENANT_ID: 'tenant',
  AZURE_CLIENT_ID: 'client',
  AZURE_CLIENT_SECRET: 'hush-hush',
  AZURE_SIGNING_ENDPOINT: 'https://weu.example.net',
  AZURE_SIGNING_ACCOUNT: 'account',
  AZURE_SIGNING_PROFILE: 'profile',
  AZURE_SIGNING_PUBLISHER: 'Ringside Ltd',
};
const server = { RINGSIDE_UPDATE_URL: 'https://updates.example.com/' };

const environments = [
  ['nothing', {}],
  ['everything to sign with', { ...secrets, ...server }],
  ['a certificate for Windows', { WIN_CSC_LINK: 'base64', ...server }],
] as const;

async function configurations(system: System, env: NodeJS.ProcessEnv): Promise<readonly Configuration[]> {
  return Promise.all(runsFor(system, [], env).map((run) => wholeConfiguration(root, run)));
}

async function first(system: System, env: NodeJS.ProcessEnv): Promise<Configuration> {
  const [configuration] = await configurations(system, env);
  if (configuration === undefined) throw new Error('no run');
  return configuration;
}

describe.each(systems)('the configuration for %s', (system) => {
  test.each(environments)('is one that electron-builder takes, with %s in the environment', async (_what, env) => {
    const all = await configurations(system, env);
    expect(all).toHaveLength(system === 'win' ? 3 : 1);
    for (const { appId } of all) expect(appId).toBe('app.ringside.desktop');
  });

  test('names files that are there', async () => {
    const { mac, win, linux, nsis } = await first(system, {});
    const files = [mac?.icon, mac?.entitlements, mac?.entitlementsInherit, win?.icon, linux?.icon, nsis?.include];
    expect(files.filter((file) => typeof file === 'string' && existsSync(join(root, file)))).toEqual(files);
  });
});

test.each([
  ['mac', 'darwin'],
  ['win', 'win32'],
  ['linux', 'linux'],
] as const)('a package for %s takes the binary of its own system, for each processor', async (system, name) => {
  const whole = await first(system, {});
  const binary = `node_modules/better-sqlite3/prebuilds/${name}-\${arch}.node`;
  expect(whole[system]?.files).toEqual([{ filter: binary }]);
  expect(JSON.stringify(whole.files)).not.toContain('prebuilds');
  const missing = ['x64', 'arm64'].filter((arch) => !existsSync(join(root, binary.replace('${arch}', arch))));
  expect(missing).toEqual([]);
});

describe('a key that electron-builder does not know', () => {
  test.each([
    ['at the top', { apId: 'x' }, /unknown property 'apId'/],
    ['of a system', { win: { hardenedRuntime: true } }, /configuration\.win /],
    ['among the fuses', { electronFuses: { runAsnode: true } }, /configuration\.electronFuses /],
  ])('%s is refused, and the message says where it is', async (_where, wrong, said) => {
    const configuration = { extends: 'electron-builder.yml', ...wrong } as Configuration;
    await expect(wholeConfiguration(root, { configuration, args: [] })).rejects.toThrow(said);
  });
});

describe('the packages', () => {
  test('are known by one name: to Windows, to the running program, and to links', async () => {
    const { appId, protocols } = await first('win', {});
    const main = readFileSync(join(root, 'electron', 'main.ts'), 'utf8');
    expect(/setAppUserModelId\('([^']+)'\)/.exec(main)?.[1]).toBe(appId);
    expect(protocols).toMatchObject([{ schemes: [linkScheme] }]);
    expect(readFileSync(join(root, 'build', 'installer.nsh'), 'utf8')).toContain(`Software\\Classes\\${linkScheme}\\`);
  });

  test.each(['mac', 'win'] as const)('for %s say that they are unsigned, until they are not', async (system) => {
    const nameOf = ({ artifactName, ...whole }: Configuration) => whole[system]?.artifactName ?? artifactName;
    const unsigned = (await configurations(system, server)).map(nameOf);
    expect(unsigned.filter((name) => !name?.endsWith('-unsigned.${ext}'))).toEqual([]);
    const signed = (await configurations(system, { ...secrets, ...server })).map(nameOf);
    expect(signed.filter((name) => name?.includes('unsigned'))).toEqual([]);
    expect(new Set(signed).size).toBe(system === 'win' ? 2 : 1);
  });

  test('that are unsigned know of no place for updates; signed ones do, and so do those for Linux', async () => {
    expect((await first('win', server)).publish).toBeNull();
    expect((await first('mac', server)).publish).toBeNull();
    const place = { provider: 'generic', url: server.RINGSIDE_UPDATE_URL };
    expect((await first('mac', { ...secrets, ...server })).publish).toEqual(place);
    expect((await first('linux', server)).publish).toEqual(place);
    expect((await first('linux', {})).publish).toBeNull();
  });

  test('that were to be signed are made signed or not at all', async () => {
    expect((await first('mac', secrets)).forceCodeSigning).toBe(true);
    expect((await first('win', secrets)).forceCodeSigning).toBe(true);
    expect(() => runsFor('win', [], { ...secrets, AZURE_CLIENT_ID: '', CSC_LINK: '' })).toThrow('AZURE_CLIENT_ID');
  });

  test('for a Mac are hardened when signed, and start at all when not', async () => {
    expect((await first('mac', secrets)).mac).toMatchObject({ hardenedRuntime: true, notarize: true });
    expect((await first('mac', {})).mac).toMatchObject({ hardenedRuntime: false, identity: '-' });
  });

  test('hold no secret in their configuration', async () => {
    const text = JSON.stringify(await configurations('win', secrets));
    expect(text).not.toContain(secrets.AZURE_CLIENT_SECRET);
  });
});

describe('the installers for Windows', () => {
  test('are one that asks nothing and one that asks, for the same user and in the same languages', async () => {
    const [plain, asking, other] = await configurations('win', {});
    expect(plain?.nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false });
    expect(asking?.nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: false });
    expect(asking?.nsis?.installerLanguages).toEqual(['en_US', 'el_GR']);
    expect(other).toEqual(asking);
  });

  test('that ask are made of the program that the first run has packed, and describe no update', () => {
    const [, ...asking] = runsFor('win', ['--publish', 'never'], { ...secrets, ...server });
    expect(asking.map(({ args }) => args.join(' '))).toEqual([
      '--win nsis --x64 --prepackaged release/win-unpacked --publish never',
      '--win nsis --arm64 --prepackaged release/win-arm64-unpacked --publish never',
    ]);
    expect(asking.map(({ configuration }) => configuration.publish)).toEqual([null, null]);
  });

  test('come for the processors that were asked for', () => {
    const args = runsFor('win', ['--arm64'], {}).map((run) => run.args.join(' '));
    expect(args).toEqual(['--win --arm64', '--win nsis --arm64 --prepackaged release/win-arm64-unpacked']);
    expect(runsFor('win', ['--dir'], {})).toHaveLength(1);
  });

  test('ask in both languages before they delete anything', () => {
    const script = readFileSync(join(root, 'build', 'installer.nsh'), 'utf8');
    expect(script.match(/LangString askAboutData \$\{LANG_(ENGLISH|GREEK)\}/g)).toHaveLength(2);
    expect(script).toContain('MB_DEFBUTTON2');
  });
});

describe('a rehearsal', () => {
  const linux = { platform: 'linux', has: () => false } as const;

  test.each([
    ['mac', 'signature      none: CSC_LINK is not set', 'only macOS'],
    ['win', 'signature      none: neither AZURE_SIGNING_ENDPOINT nor WIN_CSC_LINK is set', 'Windows or Wine'],
    ['linux', 'signature      none: packages for Linux', 'rpmbuild is not installed'],
  ] as const)(
    'for %s says what it makes, how it signs, and where and why it stops',
    async (system, signature, stop) => {
      const { ok, lines } = await rehearse(root, system, { ...linux, env: {} });
      expect(ok).toBe(true);
      expect(lines).toEqual(
        expect.arrayContaining([
          '  configuration  valid',
          expect.stringContaining('(x64, arm64)'),
          expect.stringContaining(signature),
          expect.stringMatching(new RegExp(`^  stops +.*${stop}`)),
        ]),
      );
    },
  );

  test('where everything is at hand stops before the first download', async () => {
    const { lines } = await rehearse(root, 'win', { platform: 'win32', env: {}, has: () => true });
    expect(lines.at(-1)).toMatch(/^ {2}stops +at the download of Electron/);
  });

  test('fails when signing is set up by half', async () => {
    const { ok, lines } = await rehearse(root, 'mac', { ...linux, env: { CSC_LINK: 'base64' } });
    expect(ok).toBe(false);
    expect(lines).toContainEqual(expect.stringMatching(/by half: .*APPLE_API_KEY/));
  });
});
