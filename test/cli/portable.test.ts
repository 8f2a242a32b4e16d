import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { portableDataDir, portableProblem } from '../../electron/cli/portable.ts';
import { tempFolder } from '../support/tempFolder.ts';

describe('the portable folder', () => {
  test('is beside the program on Windows', () => {
    const program = String.raw`E:\Ringside\Ringside.exe`;
    expect(portableDataDir('win32', {}, program)).toBe(String.raw`E:\Ringside\Ringside-data`);
  });

  test('is beside the bundle on macOS, not within it', () => {
    const program = '/Volumes/Stick/Ringside.app/Contents/MacOS/Ringside';
    expect(portableDataDir('darwin', {}, program)).toBe('/Volumes/Stick/Ringside-data');
  });

  test('is beside the AppImage, not where that is mounted', () => {
    const mounted = '/tmp/.mount_RingsX/ringside';
    expect(portableDataDir('linux', { APPIMAGE: '/media/stick/Ringside.AppImage' }, mounted)).toBe(
      '/media/stick/Ringside-data',
    );
    expect(portableDataDir('linux', {}, '/media/stick/ringside/ringside')).toBe('/media/stick/ringside/Ringside-data');
  });

  test('is made when it is new', () => {
    const folder = join(tempFolder(), 'Ringside-data');
    expect(portableProblem(folder)).toBeNull();
    expect(existsSync(folder)).toBe(true);
    expect(portableProblem(folder)).toBeNull();
  });

  test('where nothing can be written, one sentence says so and what to do', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const problem = portableProblem(join(file, 'Ringside-data'));
    expect(problem).toContain(join(file, 'Ringside-data'));
    expect(problem).toMatch(/cannot be written \(.+\)\. Move the program .* or start it without --portable\.$/);
  });

  test('is refused beside an installed program, whose updates empty that folder', () => {
    const program = tempFolder();
    writeFileSync(join(program, 'Uninstall Ringside.exe'), '');
    expect(portableProblem(join(program, 'Ringside-data'))).toMatch(/update would delete the data/);
    mkdirSync(join(program, 'Ringside-data'));
    expect(portableProblem(join(program, 'Ringside-data'))).not.toBeNull();
  });
});
