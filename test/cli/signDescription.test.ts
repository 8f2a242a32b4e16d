import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, test } from 'vitest';

import { publicKeyOf, signDescription } from '../../electron/cli/releasing/signDescription.ts';
import { provenBody } from '../../electron/shell/updates/signature.ts';
import { tempFolder } from '../support/tempFolder.ts';

const secretOf = () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
};
const secret = secretOf();
const text = 'version: 1.2.3\nfiles:\n  - url: Ringside.AppImage\n';

describe('the description of a version', () => {
  test('proves who made it, with one line that is a comment to others', () => {
    const signed = signDescription('latest.yml', text, secret);
    expect(signed.slice(0, text.length)).toBe(text);
    expect(signed.slice(text.length)).toMatch(/^# signature: [\w+/]{86}==\n$/);
    expect(provenBody('latest.yml', signed, publicKeyOf(secret))).toBe(text);
  });

  test('signed twice is signed once', () => {
    const once = signDescription('latest.yml', text, secret);
    expect(signDescription('latest.yml', once, secret)).toBe(once);
  });

  test('says for how many it is, in one line however often that changes', () => {
    const tenth = signDescription('latest.yml', text, secret, { rollout: 10 });
    const half = signDescription('latest.yml', tenth, secret, { rollout: 50 });
    expect(provenBody('latest.yml', half, publicKeyOf(secret))).toBe(`${text}stagingPercentage: 50\n`);
  });
});

test('the installers may lie elsewhere, and move again with the next signature', () => {
  const beside = 'version: 1.2.3\nfiles:\n  - url: R.exe\n    sha512: a/b=\n  - url: R-arm64.exe\npath: R.exe\n';
  const away = signDescription('latest.yml', beside, secret, { filesAt: 'https://old.example/v1/' });
  const moved = signDescription('latest.yml', away, secret, { filesAt: 'https://new.example/v1/' });
  expect(provenBody('latest.yml', moved, publicKeyOf(secret))).toBe(
    [
      'version: 1.2.3',
      'files:',
      '  - url: https://new.example/v1/R.exe',
      '    sha512: a/b=',
      '  - url: https://new.example/v1/R-arm64.exe',
      'path: https://new.example/v1/R.exe',
      '',
    ].join('\n'),
  );
});

describe.each([
  ['without a signature', text, 'latest.yml', secret],
  ['under another name', signDescription('beta.yml', text, secret), 'latest.yml', secret],
  ['by somebody else', signDescription('latest.yml', text, secretOf()), 'latest.yml', secret],
  ['changed later', signDescription('latest.yml', text, secret).replace('1.2.3', '9.2.3'), 'latest.yml', secret],
  ['with more behind it', `${signDescription('latest.yml', text, secret)}version: 9.9.9\n`, 'latest.yml', secret],
  ['cut off', signDescription('latest.yml', text, secret).slice(0, -9), 'latest.yml', secret],
  ['of nothing', '', 'latest.yml', secret],
])('a description %s', (_what, signed, name, key) => {
  test('is refused', () => {
    expect(() => provenBody(name, signed, publicKeyOf(key))).toThrow(/is not signed/);
  });
});

describe('the command', () => {
  const script = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'releasing', 'sign.ts');
  const run = (args: readonly string[], key: string) =>
    promisify(execFile)(process.execPath, [script, ...args], {
      env: { ...process.env, RINGSIDE_UPDATE_SECRET_KEY: secret, RINGSIDE_UPDATE_KEY: key },
    });

  test('signs what is in a folder, and leaves the rest', async () => {
    const folder = tempFolder();
    for (const name of ['latest.yml', 'beta-linux-arm64.yml', 'builder-debug.yml'])
      writeFileSync(join(folder, name), text);
    const { stdout } = await run([folder, '--rollout', '20'], publicKeyOf(secret));
    expect(stdout.trim().split('\n').toSorted()).toEqual(['signed beta-linux-arm64.yml', 'signed latest.yml']);
    const signed = readFileSync(join(folder, 'latest.yml'), 'utf8');
    expect(provenBody('latest.yml', signed, publicKeyOf(secret))).toBe(`${text}stagingPercentage: 20\n`);
    expect(readFileSync(join(folder, 'builder-debug.yml'), 'utf8')).toBe(text);
  });

  test('refuses a key that the programs were not built with, and a folder without descriptions', async () => {
    const folder = tempFolder();
    await expect(run([folder], publicKeyOf(secret))).rejects.toThrow(/holds no description/);
    writeFileSync(join(folder, 'latest.yml'), text);
    await expect(run([folder], publicKeyOf(secretOf()))).rejects.toThrow(/no Ringside would take/);
    expect(readFileSync(join(folder, 'latest.yml'), 'utf8')).toBe(text);
  });
});
