import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { backUp, forgetBackups } from '../../../electron/core/store/backup.ts';
import { migrate, versionOf } from '../../../electron/core/store/migrate.ts';
import { latestVersion, migrations } from '../../../electron/core/store/migrations/list.ts';
import { openStore } from '../../../electron/core/store/open.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { mountTinyDisk } from '../../support/tinyDisk.ts';
import { ringEvent } from '../../support/wire.ts';

const now = new Date('2026-05-01T08:09:10.011Z');
const older = migrations.slice(0, -1);
const olderVersion = Math.max(...older.map(({ version }) => version));
const backupName = `ringside-${olderVersion}-2026-05-01T08-09-10-011Z.db`;

/** A database as the version before this one left it, with a body that was refused in it. */
function olderDatabase(folder: string, body = 'not JSON', steps = older): string {
  const path = join(folder, 'ringside.db');
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  migrate(db, steps);
  db.prepare('INSERT INTO rejected (received_at_us, reason, size, body) VALUES (1, ?, 8, ?)').run(
    'why',
    Buffer.from(body),
  );
  db.close();
  return path;
}

const backupsOf = (folder: string) => readdirSync(join(folder, 'backups'));

function bodiesIn(path: string): unknown {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT CAST(body AS TEXT) FROM rejected').pluck().all();
  } finally {
    db.close();
  }
}

function formatOf(path: string): number {
  const db = new Database(path, { readonly: true });
  try {
    return versionOf(db);
  } finally {
    db.close();
  }
}

function open(path: string, at = now) {
  const opened = openStore(path, at);
  if (opened.kind === 'open') onTestFinished(() => opened.store.close());
  return opened;
}

describe('before an update changes the database', () => {
  test('a copy of it is made, for the owner alone', () => {
    const folder = tempFolder();
    const path = olderDatabase(folder);
    expect(open(path)).toMatchObject({ kind: 'open', fresh: false });
    expect(formatOf(path)).toBe(latestVersion);
    expect(backupsOf(folder)).toEqual([backupName]);
    const copy = join(folder, 'backups', backupName);
    expect(formatOf(copy)).toBe(olderVersion);
    expect(bodiesIn(copy)).toEqual(['not JSON']);
    const forOthers = process.platform === 'win32' ? 0 : statSync(copy).mode & 0o077;
    expect(forOthers).toBe(0);
  });

  test('what stands in the write-ahead log alone is in the copy as well', () => {
    const folder = tempFolder();
    const path = olderDatabase(folder);
    // As after a crash: somebody still has it open, so nothing is brought over into the file.
    const crashed = new Database(path);
    onTestFinished(() => void crashed.close());
    crashed.pragma('wal_autocheckpoint = 0');
    crashed.exec(`UPDATE rejected SET body = CAST('late' AS BLOB)`);
    expect(open(path).kind).toBe('open');
    expect(bodiesIn(join(folder, 'backups', backupName))).toEqual(['late']);
  });

  test('every format that ever was is copied and brought forward', () => {
    for (const [index, { version }] of older.entries()) {
      const folder = tempFolder();
      const path = join(folder, 'ringside.db');
      const db = new Database(path);
      migrate(db, migrations.slice(0, index + 1));
      db.close();
      expect(open(path).kind).toBe('open');
      expect(backupsOf(folder).map((name) => formatOf(join(folder, 'backups', name)))).toEqual([version]);
      expect(formatOf(path)).toBe(latestVersion);
    }
  });

  test('what a crash left of a copy is cleared away', () => {
    const folder = tempFolder();
    const path = olderDatabase(folder);
    mkdirSync(join(folder, 'backups'));
    for (const left of [`${backupName}.new`, `${backupName}.new-journal`]) {
      writeFileSync(join(folder, 'backups', left), 'half of it');
    }
    expect(open(path).kind).toBe('open');
    expect(backupsOf(folder)).toEqual([backupName]);
  });

  test('the newest two copies are kept, and what somebody put beside them', () => {
    const folder = tempFolder();
    const path = olderDatabase(folder);
    const copies = join(folder, 'backups');
    const db = new Database(path);
    onTestFinished(() => void db.close());
    for (const day of [1, 2, 3]) backUp(db, path, olderVersion, new Date(Date.UTC(2026, 0, day)));
    writeFileSync(join(copies, 'ringside-mine.db'), '');
    backUp(db, path, olderVersion, now);
    expect(readdirSync(copies).sort()).toEqual([
      `ringside-${olderVersion}-2026-01-03T00-00-00-000Z.db`,
      backupName,
      'ringside-mine.db',
    ]);
    forgetBackups(path, now.getTime() * 1000);
    expect(readdirSync(copies).sort()).toEqual([backupName, 'ringside-mine.db']);
  });
});

describe('a database that needs no update', () => {
  test('is not copied, be it new or of this very version', () => {
    const folder = tempFolder();
    const path = join(folder, 'ringside.db');
    expect(open(path)).toMatchObject({ kind: 'open', fresh: true });
    expect(open(path)).toMatchObject({ kind: 'open', fresh: false });
    expect(readdirSync(folder)).not.toContain('backups');
  });
});

describe('when there cannot be a copy', () => {
  test('the database stays as it is, the PBX hears 503, the window why, and all goes on once there can', async () => {
    const folder = tempFolder();
    const path = olderDatabase(folder);
    const inTheWay = join(folder, 'backups');
    writeFileSync(inTheWay, 'a file where the folder should be');
    const clock = fakeClock();
    const running = await startApp({ dataDir: folder, extensions: ['1002'], clock });
    expect((await running.ask('status.get')).store).toEqual({
      kind: 'not-backed-up',
      path,
      folder: inTheWay,
      message: expect.stringMatching(/ENOTDIR|EEXIST/) as string,
    });
    expect(running.said.join('\n')).toMatch(/first to copy it into .*backups, which is not possible/);
    expect((await running.post(JSON.stringify(ringEvent(clock.nowUs(), { ref: 'a' })))).status).toBe(503);
    expect(formatOf(path)).toBe(olderVersion);

    rmSync(inTheWay);
    clock.advance(5000);
    expect((await running.ask('status.get')).store).toEqual({ kind: 'open' });
    expect((await running.post(JSON.stringify(ringEvent(clock.nowUs(), { ref: 'a' })))).status).toBe(200);
    expect(formatOf(path)).toBe(latestVersion);
    expect(backupsOf(folder)).toHaveLength(1);
  });

  test('a folder that must not be written is no reason to go on without', ({ skip }) => {
    if (process.getuid?.() === 0 || process.platform === 'win32') skip('nothing stops root from writing');
    const folder = tempFolder();
    const path = olderDatabase(folder);
    mkdirSync(join(folder, 'backups'), { mode: 0o500 });
    expect(open(path)).toMatchObject({ kind: 'not-backed-up' });
    chmodSync(join(folder, 'backups'), 0o700);
    expect(open(path).kind).toBe('open');
  });

  test('a full disk is left as full as it was', ({ skip }) => {
    const mounted = mountTinyDisk(2048);
    if (mounted.kind === 'refused') return skip(mounted.reason);
    const { disk } = mounted;
    const path = olderDatabase(disk.path, 'x'.repeat(60_000));
    disk.fill(100_000);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(open(path)).toEqual({
        kind: 'not-backed-up',
        folder: join(disk.path, 'backups'),
        message: expect.stringMatching(/^\d MB needed, \d MB free$/) as string,
      });
      expect(backupsOf(disk.path)).toEqual([]);
    }
    expect(formatOf(path)).toBe(olderVersion);
    disk.free();
    expect(open(path).kind).toBe('open');
  });

  test('a copy without a change after it is not kept', ({ skip }) => {
    const mounted = mountTinyDisk(2048);
    if (mounted.kind === 'refused') return skip(mounted.reason);
    const { disk } = mounted;
    const path = olderDatabase(disk.path, 'not JSON', migrations.slice(0, 1));
    // Room for the copy and for what SQLite needs to open the file, not for the change.
    disk.fill(statSync(path).size + 60_000);
    expect(open(path).kind).toBe('not-writable');
    expect(backupsOf(disk.path)).toEqual([]);
    expect(formatOf(path)).toBe(migrations[0]?.version);
  });
});

test('copies go after 30 days, and sooner where calls are kept for less', async () => {
  const dayMs = 86_400_000;
  const folder = tempFolder();
  const clock = fakeClock(now.getTime() * 1000);
  const path = olderDatabase(folder);
  const running = await startApp({ dataDir: folder, extensions: ['1002'], clock });
  expect(backupsOf(folder)).toEqual([backupName]);
  const passes = async (days: number) => {
    clock.jump(days * dayMs);
    clock.advance(5000);
    await running.ask('status.get');
  };
  await passes(20);
  expect(backupsOf(folder)).toEqual([backupName]);
  await running.ask('settings.change', { keepDays: 14 });
  clock.advance(5000);
  await expect.poll(() => backupsOf(folder)).toEqual([]);
  expect(formatOf(path)).toBe(latestVersion);
});
