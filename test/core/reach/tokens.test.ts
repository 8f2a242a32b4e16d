import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openTokens } from '../../../electron/core/reach/tokens.ts';
import { fileSecrets } from '../../../electron/core/secrets/fileSecrets.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { documented } from '../../support/wire.ts';

const dayMs = 86_400_000;
const clock = fakeClock();

test('a token is 256 random bits, made once, in a file that only its owner may read', async () => {
  const dataDir = tempFolder();
  const path = join(dataDir, 'webhook-token');
  const tokens = await openTokens(fileSecrets(dataDir), clock);
  expect(Buffer.from(tokens.current(), 'base64url')).toHaveLength(32);
  expect((await openTokens(fileSecrets(dataDir), clock)).current()).toBe(tokens.current());
  expect(readFileSync(path, 'utf8')).toBe(`${tokens.current()}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await openTokens(fileSecrets(tempFolder()), clock)).current()).not.toBe(tokens.current());
});

test('a token file that holds no token is moved aside, and another is made', async () => {
  for (const text of ['', 'short', 'x'.repeat(42), `${'x'.repeat(43)} and more`, '/'.repeat(43)]) {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'webhook-token'), text);
    const tokens = await openTokens(fileSecrets(dataDir), clock);
    expect(tokens.current()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(readFileSync(tokens.movedAside ?? '', 'utf8')).toBe(text);
    expect(await openTokens(fileSecrets(dataDir), clock)).toMatchObject({ movedAside: null });
  }
});

test('a new token opens the door at once, and the one before for another day, also after a restart', async () => {
  const day = fakeClock();
  const first = await startApp({ clock: day, extensions: ['1002'] });
  const before = new URL(first.webhook()).pathname;
  await first.ask('reach.rotateToken');
  const after = new URL(first.webhook()).pathname;
  expect(after).not.toBe(before);
  expect((await first.ask('reach.get')).oldTokenUntilUs).toBe(day.nowUs() + dayMs * 1000);
  await first.app.stop();

  const second = await startApp({ dataDir: first.dataDir, clock: day, extensions: ['1002'] });
  const statusOf = async (path: string) =>
    (await fetch(new URL(path, second.webhook()), { method: 'POST', body: documented.ring })).status;
  expect(await Promise.all([before, after].map(statusOf))).toEqual([200, 200]);
  day.jump(dayMs);
  expect(await Promise.all([before, after].map(statusOf))).toEqual([404, 200]);
  expect((await second.ask('reach.get')).oldTokenUntilUs).toBeNull();
});

test('the day of the old token can be ended early', async () => {
  const running = await startApp();
  const before = running.webhook();
  await running.ask('reach.rotateToken');
  await running.ask('reach.retireOldToken');
  const { pathname } = new URL(before);
  expect((await fetch(new URL(pathname, running.webhook()), { method: 'POST', body: '{}' })).status).toBe(404);
  expect((await running.ask('reach.get')).oldTokenUntilUs).toBeNull();
});
