import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, test } from 'vitest';

import packageJson from '../../../package.json' with { type: 'json' };
import { tempFolder } from '../../support/tempFolder.ts';

const command = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'release.ts');

/** Runs `npm run release` with these words. */
async function release(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [command, ...words])) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

function folderWith(...names: readonly string[]): string {
  const folder = tempFolder();
  for (const name of names) writeFileSync(join(folder, name), `the bytes of ${name}`);
  return folder;
}

describe('the checksums of a release', () => {
  test('are of every file that people download, by name', async () => {
    const folder = folderWith('Ringside-1.0.0.deb', 'latest-linux.yml', 'Ringside-1.0.0.AppImage', 'SHA256SUMS');
    mkdirSync(join(folder, 'linux-unpacked'));
    expect(await release('checksums', folder)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
      '578442942fc90715d8a9ad4382dbe55c4cc141e80df8ddaa8b4ee3996eb416fa  Ringside-1.0.0.AppImage\n' +
        'fc994acb45ce57caa9691330ed1bb9bc131a1d6f94171b0a48d1369dc499c86e  Ringside-1.0.0.deb\n',
    );
  });

  test('are proved by sha256sum, which notices one changed byte', { skip: process.platform !== 'linux' }, async () => {
    const folder = folderWith('Ringside 1.0.0.deb', 'ringside.cdx.json');
    await release('checksums', folder);
    const check = () =>
      execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' });
    expect(check().toString()).toBe('Ringside 1.0.0.deb: OK\nringside.cdx.json: OK\n');
    writeFileSync(join(folder, 'ringside.cdx.json'), 'other bytes');
    expect(check).toThrow(/1 computed checksum did NOT match/);
  });

  test('are refused for a folder without files', async () => {
    expect(await release('checksums', tempFolder())).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no file in'),
    });
  });
});

describe('the command', () => {
  test('says of this version what its changelog lacks', async () => {
    expect(await release('check', 'v0.0.1')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`package.json says ${packageJson.version}, the tag v0.0.1\nCHANGELOG.md has no`),
    });
    expect(await release('notes', 'v0.0.1')).toMatchObject({ code: 1, stdout: '' });
  });

  test.each([[[]], [['check']], [['frobnicate', 'v1.0.0']], [['check', 'v1.0.0', 'v1.0.1']]])(
    'explains itself when it is asked %j',
    async (words) => {
      expect(await release(...words)).toMatchObject({ code: 2, stderr: expect.stringContaining('npm run release --') });
    },
  );
});
