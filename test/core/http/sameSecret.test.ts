import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { sameSecret } from '../../../electron/core/http/sameSecret.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

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
