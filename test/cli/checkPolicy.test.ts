import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { policySchema } from '../../electron/cli/policySchema.ts';
import { tempFolder } from '../support/tempFolder.ts';

const root = join(import.meta.dirname, '..', '..');

/** Asks on the command line about a policy with this content; about none at all with null. */
async function check(content: string | null) {
  const path = join(tempFolder(), 'policy.json');
  if (content !== null) writeFileSync(path, content);
  const child = spawn(process.execPath, [join(root, 'electron', 'cli', 'start.ts'), '--check-policy', path]);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr: stderr.replaceAll(path, 'FILE'), code: code as unknown };
}

test('a policy that is well ends with 0, and says what it comes to', async () => {
  const policy = '{"defaults":{"theme":"dark"},"locked":{"updates":"off"}}';
  expect(await check(policy)).toEqual({
    stdout: 'locked   updates = "off"\ndefault  theme = "dark"\n',
    stderr: '',
    code: 0,
  });
});

test('a policy with a fault ends with 2, and says what and where', async () => {
  expect(await check('{"locked":{"port":80,"updates":"off"}}')).toEqual({
    stdout: 'locked   updates = "off"\n',
    stderr: 'Not in force: locked.port: expected a whole number between 1024 and 65535\n',
    code: 2,
  });
});

test('a file that is not there ends with 2', async () => {
  expect(await check(null)).toEqual({ stdout: '', stderr: 'There is no file FILE.\n', code: 2 });
});

test('the schema for editors says what Ringside takes', () => {
  expect(JSON.parse(readFileSync(join(root, 'docs', 'policy.schema.json'), 'utf8'))).toEqual(policySchema());
});
