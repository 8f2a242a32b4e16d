import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { latestVersion } from '../../../electron/core/store/migrations/list.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { documented } from '../../support/wire.ts';

const tickMs = 5000;

describe('a data folder', () => {
  test('is made when it is not there, and everything in it is for its owner alone', async () => {
    const dataDir = join(tempFolder(), 'new', 'folder');
    const running = await startApp({ dataDir });
    await running.post(documented.ring);
    await running.ask('settings.change', { theme: 'dark' });
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const name of ['ringside.db', 'ringside.db-wal', 'ringside.db-shm', 'settings.json', 'webhook-token']) {
      expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
  });

  test('that anybody may read holds files that only its owner may', async () => {
    const dataDir = tempFolder();
    chmodSync(dataDir, 0o755);
    const running = await startApp({ dataDir });
    await running.post(documented.ring);
    for (const name of ['ringside.db', 'ringside.db-wal', 'ringside.db-shm']) {
      expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
  });

  test('that cannot be is a state with words, listens nowhere, and is used as soon as it can be', async () => {
    const clock = fakeClock();
    const inTheWay = join(tempFolder(), 'file');
    writeFileSync(inTheWay, '');
    const running = await startApp({ dataDir: join(inTheWay, 'folder'), clock });
    const status = await running.ask('status.get');
    expect(status.listener).toEqual({ kind: 'stopped' });
    expect(status.store).toMatchObject({ kind: 'not-writable', path: join(inTheWay, 'folder') });
    expect(running.said).toEqual([expect.stringMatching(/^Calls cannot be kept: .* cannot be written \(ENOTDIR/)]);
    await expect(running.ask('calls.live')).rejects.toThrow(/cannot be written/);
    await expect(running.ask('settings.change', { theme: 'dark' })).rejects.toThrow(/cannot be written/);

    clock.advance(3 * tickMs);
    expect(running.said).toHaveLength(1);
    rmSync(inTheWay);
    clock.advance(tickMs);
    await expect.poll(async () => (await running.ask('status.get')).listener.kind).toBe('listening');
    expect((await running.post(documented.ring)).status).toBe(200);
  });

  test('that another Ringside holds is a state with words, and is taken over when the other one quits', async () => {
    const clock = fakeClock();
    const dataDir = tempFolder();
    const first = await startApp({ dataDir });
    const second = await startApp({ dataDir, clock });
    expect((await second.ask('status.get')).store).toEqual({ kind: 'in-use', path: dataDir });
    expect((await second.ask('status.get')).listener).toEqual({ kind: 'stopped' });
    expect(second.said).toEqual([expect.stringMatching(/^Another Ringside is already running with the folder/)]);
    expect((await first.post(documented.ring)).status).toBe(200);

    await first.app.stop();
    clock.advance(tickMs);
    await expect.poll(async () => (await second.ask('status.get')).listener.kind).toBe('listening');
    expect((await second.post(documented.ring)).answer).toEqual({ result: 'duplicate' });
  });
});

describe('a database from the future', () => {
  test.for(['wal', 'delete'])(
    'is refused with words and not touched, while the PBX is told to come back (%s)',
    async (mode) => {
      const dataDir = tempFolder();
      const path = join(dataDir, 'ringside.db');
      const db = new Database(path);
      db.pragma(`journal_mode = ${mode}`);
      db.exec('CREATE TABLE marvels (a INTEGER)');
      db.pragma(`user_version = ${latestVersion + 10}`);
      db.close();
      const before = { bytes: readFileSync(path), modified: statSync(path).mtimeMs };

      const clock = fakeClock();
      const running = await startApp({ dataDir, clock });
      expect((await running.ask('status.get')).store).toEqual({
        kind: 'from-the-future',
        path,
        found: latestVersion + 10,
        known: latestVersion,
      });
      expect(running.said.join('\n')).toMatch(/was written by a newer Ringside .* It was not touched/);
      const response = await fetch(running.webhook(), { method: 'POST', body: documented.ring });
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      await expect(running.ask('calls.live')).rejects.toThrow(/newer Ringside/);
      clock.advance(3 * tickMs);
      await running.app.stop();

      expect({ bytes: readFileSync(path), modified: statSync(path).mtimeMs }).toEqual(before);
      expect(readdirSync(dataDir).filter((name) => name.startsWith('ringside.db'))).toEqual(['ringside.db']);
    },
  );
});

test('a database that is a folder is a state, not a crash', async () => {
  const dataDir = tempFolder();
  mkdirSync(join(dataDir, 'ringside.db'));
  const running = await startApp({ dataDir });
  expect((await running.ask('status.get')).store).toMatchObject({ kind: 'not-writable' });
  expect((await running.post(documented.ring)).status).toBe(503);
});
