import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { listPackage } from '@electron/asar';
import { beforeAll, describe, expect, test } from 'vitest';

import type { System } from '../../electron/cli/packaging/system.ts';
import { buildApart } from '../support/buildApart.ts';
import { filesWithSizes, packForStandIn } from '../support/packedRingside.ts';
import { tempFolder } from '../support/tempFolder.ts';

beforeAll(() => buildApart());

const packages: readonly (readonly [System, 'x64' | 'arm64', string])[] = [
  ['mac', 'x64', 'darwin-x64.node'],
  ['mac', 'arm64', 'darwin-arm64.node'],
  ['win', 'x64', 'win32-x64.node'],
  ['win', 'arm64', 'win32-arm64.node'],
  ['linux', 'arm64', 'linux-arm64.node'],
];

const noBundles = 'electron-builder makes no bundle for macOS on Windows';

describe('a package for another machine', () => {
  test.for(packages)('%s %s holds the native binary of that one alone', async ([system, arch, binary], { skip }) => {
    if (system === 'mac' && process.platform === 'win32') skip(noBundles);
    const packed = await packForStandIn(system, arch, tempFolder());
    const files = [...filesWithSizes(packed).keys()];
    expect(files.filter((file) => file.endsWith('.node')).map((file) => basename(file))).toEqual([binary]);
    const archive = files.find((file) => file.endsWith('app.asar')) ?? '';
    const inArchive = listPackage(join(packed, archive), { isPack: false }).filter((file) => file.endsWith('.node'));
    expect(inArchive.map((file) => basename(file))).toEqual([binary]);
    const languages = files.flatMap((file) => /(\w+)(?:\.lproj.locale)?\.pak$/.exec(file)?.[1] ?? []);
    expect(languages.sort()).toEqual(['el', 'en']);
  });

  test('a bundle for macOS says who it is, opens our links, and has its archive checked', async ({ skip }) => {
    if (process.platform === 'win32') skip(noBundles);
    const packed = await packForStandIn('mac', 'arm64', tempFolder());
    const text = readFileSync(join(packed, 'mac-arm64', 'Ringside.app', 'Contents', 'Info.plist'), 'utf8');
    expect(text).toMatch(/<key>CFBundleIdentifier<\/key>\s*<string>app\.ringside\.desktop</);
    expect(text).toMatch(/<key>CFBundleURLSchemes<\/key>\s*<array>\s*<string>ringside</);
    expect(text).toContain('<key>ElectronAsarIntegrity</key>');
  });
});
