import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { sameSecret, webhookToken } from '../../../electron/core/http/token.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const now = new Date('2026-03-01T09:00:00Z');

test('a token is 256 random bits, made once, in a file that only its owner may read', () => {
  const path = join(tempFolder(), 'webhook-token');
  const { token } = webhookToken(path, now);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(webhookToken(path, now)).toEqual({ token, movedAside: null });
  expect(readFileSync(path, 'utf8')).toBe(`${token}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(webhookToken(join(tempFolder(), 'webhook-token'), now).token).not.toBe(token);
});

test('a token file that holds no token is moved aside, and another is made', () => {
  for (const text of ['', 'short', 'x'.repeat(42), `${'x'.repeat(43)} and more`, '/'.repeat(43)]) {
    const path = join(tempFolder(), 'webhook-token');
    writeFileSync(path, text);
    const { token, movedAside } = webhookToken(path, now);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(readFileSync(movedAside ?? '', 'utf8')).toBe(text);
    expect(webhookToken(path, now)).toEqual({ token, movedAside: null });
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

test('a new address is told to the user', async () => {
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, 'webhook-token'), 'rubbish');
  const running = await startApp({ dataDir });
  expect((await running.ask('status.get')).notices).toMatchObject([{ kind: 'token-replaced' }]);
  expect(running.said[0]).toContain('the address is a new one');
});

test('secrets are the same only when every letter is, whatever their lengths', () => {
  expect(sameSecret('secret', 'secret')).toBe(true);
  for (const other of ['', 's', 'secre', 'secret ', 'Secret', 'terces', 'secret'.repeat(10_000)]) {
    expect(sameSecret('secret', other)).toBe(false);
  }
  expect(sameSecret('', '')).toBe(true);
});
