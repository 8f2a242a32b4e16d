import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { installationOf } from '../../../electron/shell/updates/installation.ts';
import { whyOff } from '../../../electron/shell/updates/whyOff.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const source = { url: 'https://updates.example/', publicKey: 'key' };
const appImage = { APPIMAGE: '/home/me/Ringside.AppImage' };

function reasonFor(
  files: readonly string[],
  surroundings: Partial<Parameters<typeof installationOf>[0]> = {},
): string | null {
  const resources = join(tempFolder(), 'resources');
  mkdirSync(resources);
  for (const file of files) writeFileSync(join(resources, file), '');
  const usual = { isPackaged: true, isPortable: false, source, platform: 'linux', env: appImage } as const;
  return whyOff(installationOf({ ...usual, resources, ...surroundings }), 'automatic');
}

test('an AppImage, a Mac and a Windows program update themselves', () => {
  expect(reasonFor(['app-update.yml'])).toBeNull();
  expect(reasonFor(['app-update.yml'], { platform: 'darwin', env: {} })).toBeNull();
  expect(reasonFor(['app-update.yml', '../Uninstall Ringside.exe'], { platform: 'win32', env: {} })).toBeNull();
});

test('an AppImage stays one when it was made beside a deb', () => {
  expect(reasonFor(['app-update.yml', 'package-type'])).toBeNull();
});

test('what a deb or rpm has brought is left to the system', () => {
  expect(reasonFor(['app-update.yml', 'package-type'], { env: {} })).toBe('package-manager');
  expect(reasonFor([], { env: {}, resources: '/nowhere/that/we/could/write' })).toBe('package-manager');
});

test('a bare folder and a portable program are nobody’s installation', () => {
  expect(reasonFor(['app-update.yml'], { env: {} })).toBe('portable');
  expect(reasonFor(['app-update.yml'], { platform: 'win32', env: {} })).toBe('portable');
  expect(reasonFor(['app-update.yml'], { isPortable: true })).toBe('portable');
});

test('without a key, or without a word of where it was published, a build is unsigned', () => {
  expect(reasonFor(['app-update.yml'], { source: null })).toBe('unsigned');
  expect(reasonFor([])).toBe('unsigned');
});

test('sources are sources whatever lies beside them', () => {
  expect(reasonFor(['app-update.yml'], { isPackaged: false })).toBe('sources');
});
