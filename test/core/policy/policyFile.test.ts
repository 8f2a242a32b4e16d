import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readPolicyFile } from '../../../electron/core/policy/policyFile.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const me = process.getuid?.() ?? null;

/** A policy file of mine that nobody else may write. */
function file(content: string | Uint8Array = '{}'): string {
  const path = join(tempFolder(), 'policy.json');
  writeFileSync(path, content);
  chmodSync(path, 0o644);
  return path;
}

test('no file is no policy, and neither is one in a folder that is none', () => {
  expect(readPolicyFile({ path: join(tempFolder(), 'policy.json'), owner: me })).toEqual({ kind: 'none' });
  expect(readPolicyFile({ path: join(file(), 'policy.json'), owner: me })).toEqual({ kind: 'none' });
});

test.each([
  ['plain', Buffer.from('{"locked":{}}')],
  ['with a byte order mark', Buffer.from('\uFEFF{"locked":{}}')],
  ['as PowerShell writes it', Buffer.from('\uFEFF{"locked":{}}', 'utf16le')],
])('a file is read, %s', (_how, bytes) => {
  expect(readPolicyFile({ path: file(bytes), owner: me })).toEqual({ kind: 'text', text: '{"locked":{}}' });
});

test('what cannot be read is refused, and so is what no administrator would write', () => {
  const fault = (path: string) => readPolicyFile({ path, owner: null });
  expect(fault(tempFolder())).toMatchObject({ kind: 'refused', fault: { fault: 'unreadable' } });
  expect(fault(file(' '.repeat(1024 * 1024 + 1)))).toMatchObject({ kind: 'refused', fault: { fault: 'large' } });
});

describe.skipIf(me === null)('a file that others may write', () => {
  const refusedFor = (detail: string) => ({ kind: 'refused', fault: { where: '', fault: 'others-may-write', detail } });

  test.each([0o664, 0o646, 0o666])('is refused with the mode %o', (mode) => {
    const path = file();
    chmodSync(path, mode);
    expect(readPolicyFile({ path, owner: me })).toEqual(refusedFor(path));
    expect(readPolicyFile({ path, owner: null })).toEqual({ kind: 'text', text: '{}' });
  });

  test('is refused when they may put another into its folder', () => {
    const path = file();
    const folder = join(path, '..');
    chmodSync(folder, 0o777);
    expect(readPolicyFile({ path, owner: me })).toEqual(refusedFor(folder));
  });

  test('is refused when a link leads to a folder of theirs', () => {
    const path = file();
    const link = join(tempFolder(), 'linked');
    mkdirSync(link);
    symlinkSync(path, join(link, 'policy.json'));
    expect(readPolicyFile({ path: join(link, 'policy.json'), owner: me }).kind).toBe('text');
    chmodSync(join(path, '..'), 0o777);
    expect(readPolicyFile({ path: join(link, 'policy.json'), owner: me })).toEqual(refusedFor(join(path, '..')));
  });
});

// Nobody but root can give a file away.
test.runIf(me === 0)('a file of somebody else is refused; one of root is not', async () => {
  const { chownSync } = await import('node:fs');
  const path = file();
  expect(readPolicyFile({ path, owner: 1000 }).kind).toBe('text');
  chownSync(path, 1000, 1000);
  expect(readPolicyFile({ path, owner: 0 })).toMatchObject({ kind: 'refused', fault: { fault: 'others-may-write' } });
});
