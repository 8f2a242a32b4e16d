import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { fakeClock } from '../../support/fakeClock.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { hangupEvent } from '../../support/wire.ts';

const second = 1_000_000;

/** A missed call of mine. */
function missedCall(ref: string, atUs: number): string {
  return JSON.stringify(hangupEvent(atUs, second, 'NO_ANSWER', { ref, channel_uuid: `leg-${ref}` }));
}

describe('a database that is taken away while Ringside runs', () => {
  test('stands there again, with all that was in it, as soon as the next event comes', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.post(missedCall('before', clock.nowUs()));
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(running.dataDir, `ringside.db${suffix}`), { force: true });
    expect(await running.post(missedCall('after', clock.nowUs()))).toMatchObject({ status: 200 });
    await running.app.stop();
    expect(refsIn(join(running.dataDir, 'ringside.db'))).toEqual(['after', 'before']);
  });

  test('is back with its folder, the address and the settings without any event', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    await running.ask('settings.change', { extensions: ['1002'] });
    await running.post(missedCall('before', clock.nowUs()));
    const token = readFileSync(join(running.dataDir, 'webhook-token'), 'utf8');
    rmSync(running.dataDir, { recursive: true });
    clock.advance(6000);
    expect(readFileSync(join(running.dataDir, 'webhook-token'), 'utf8')).toBe(token);
    expect(readFileSync(join(running.dataDir, 'settings.json'), 'utf8')).toContain('1002');
    await running.app.stop();
    expect(refsIn(join(running.dataDir, 'ringside.db'))).toEqual(['before']);
  });

  test('is kept beside a file that somebody put in its place', async () => {
    const clock = fakeClock();
    const backup = await startApp({ extensions: ['1002'], clock });
    await backup.post(missedCall('backup', clock.nowUs()));
    await backup.app.stop();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.post(missedCall('before', clock.nowUs()));
    renameSync(join(backup.dataDir, 'ringside.db'), join(running.dataDir, 'ringside.db'));
    await running.post(missedCall('after', clock.nowUs()));
    expect((await running.ask('calls.page', { after: null, limit: 10 })).calls.map(({ ref }) => ref).sort()).toEqual([
      'after',
      'backup',
    ]);
    const rescued = readdirSync(running.dataDir).find((name) => name.includes('.rescued-')) ?? '';
    expect(refsIn(join(running.dataDir, rescued))).toEqual(['before']);
  });
});

test('a database that cannot be opened from the first moment on is said on the terminal', async () => {
  const dataDir = tempFolder();
  mkdirSync(join(dataDir, 'ringside.db'));
  const running = await startApp({ dataDir, extensions: ['1002'] });
  expect(running.said.filter((words) => words.startsWith('Calls cannot be kept: '))).toHaveLength(1);
  expect((await running.post(missedCall('call', 1_800_000_000_000_000))).status).toBe(503);
});

describe('a database whose description of its tables was hit', () => {
  test('is moved aside like any damaged one', async () => {
    const clock = fakeClock();
    const first = await startApp({ extensions: ['1002'], clock });
    await first.post(missedCall('before', clock.nowUs()));
    await first.app.stop();
    const path = join(first.dataDir, 'ringside.db');
    const bytes = readFileSync(path, 'latin1');
    writeFileSync(path, bytes.replace('received_at_us', 'received_at_uz'), 'latin1');
    const again = await startApp({ dataDir: first.dataDir, extensions: ['1002'], clock });
    expect((await again.ask('status.get')).notices).toMatchObject([{ kind: 'database-moved-aside' }]);
    expect((await again.post(missedCall('after', clock.nowUs()))).status).toBe(200);
  });

  test('of another program is moved aside too', async () => {
    const dataDir = tempFolder();
    const foreign = new Database(join(dataDir, 'ringside.db'));
    foreign.exec('CREATE TABLE events (a TEXT)');
    foreign.close();
    const running = await startApp({ dataDir, extensions: ['1002'] });
    const { notices, store } = await running.ask('status.get');
    expect(store).toEqual({ kind: 'open' });
    expect(notices[0]).toMatchObject({ kind: 'database-moved-aside' });
    const [notice] = notices;
    expect(notice?.kind === 'database-moved-aside' && existsSync(notice.path)).toBe(true);
  });
});

function refsIn(path: string): string[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare<[], string>('SELECT ref FROM calls ORDER BY ref').pluck().all();
  } finally {
    db.close();
  }
}
