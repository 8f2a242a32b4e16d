import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { sameSecret, webhookToken } from '../../../electron/core/http/token.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

test('a token is 256 random bits, made once, in a file that only its owner may read', () => {
  const path = join(tempFolder(), 'webhook-token');
  const token = webhookToken(path);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(webhookToken(path)).toBe(token);
  expect(readFileSync(path, 'utf8')).toBe(`${token}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(webhookToken(join(tempFolder(), 'webhook-token'))).not.toBe(token);
});

test('a token file that holds no token is replaced', () => {
  for (const text of ['', 'short', 'x'.repeat(42), `${'x'.repeat(43)} and more`, '/'.repeat(43)]) {
    const path = join(tempFolder(), 'webhook-token');
    writeFileSync(path, text);
    expect(webhookToken(path)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(webhookToken(path)).not.toBe(text);
  }
});

test('the address stays the same over a restart, also without a database', async () => {
  const first = await startApp();
  const { pathname } = new URL(first.webhook());
  await first.app.stop();
  for (const suffix of ['', '-wal']) writeFileSync(join(first.dataDir, `ringside.db${suffix}`), '');
  const second = await startApp({ dataDir: first.dataDir });
  expect(new URL(second.webhook()).pathname).toBe(pathname);
});

test('secrets are the same only when every letter is, whatever their lengths', () => {
  expect(sameSecret('secret', 'secret')).toBe(true);
  for (const other of ['', 's', 'secre', 'secret ', 'Secret', 'terces', 'secret'.repeat(10_000)]) {
    expect(sameSecret('secret', other)).toBe(false);
  }
  expect(sameSecret('', '')).toBe(true);
});
