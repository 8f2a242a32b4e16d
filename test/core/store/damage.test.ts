import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { moveAside } from '../../../electron/core/store/moveAside.ts';
import { everyCall } from '../../../shared/callFilter.ts';
import type { Notice } from '../../../shared/status.ts';
import { breakPage } from '../../support/breakPage.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { fillLog, leavesOf, pageSize } from '../../support/filledLog.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { documented, hangupEvent } from '../../support/wire.ts';

const json = JSON.stringify;
const calls = 3000;
/** The log before it is damaged: written once, copied for each test. */
const whole = join(mkdtempSync(join(tmpdir(), 'ringside-whole-')), 'ringside.db');
beforeAll(() => fillLog(whole, { calls, fromUs: 1_700_000_000_000_000 }));
afterAll(() => rmSync(dirname(whole), { recursive: true }));

describe('a database with a broken page deep inside', () => {
  test.for([
    ['the first events', ([first]: number[]) => [first]],
    ['events in the middle', (leaves: number[]) => [leaves[leaves.length >> 1]]],
    ['the last events', (leaves: number[]) => [leaves.at(-1)]],
    ['the first, some and the last events', (leaves: number[]) => [leaves[0], leaves[40], leaves[41], leaves.at(-1)]],
  ] as const)('loses no more than what stood on it: %s', async ([, choose]) => {
    const { dataDir, path } = filledFolder();
    const leaves = leavesOf(path, 'events');
    const broken = choose(leaves.map(({ number }) => number)).filter((number) => number !== undefined);
    for (const number of broken) breakPage(path, number);
    const lost = leaves.filter(({ number }) => broken.includes(number)).reduce((sum, { rows }) => sum + rows, 0);

    const running = await startApp({ dataDir, extensions: ['1002'], clock: fakeClock() });
    await expect.poll(() => notices(running), { timeout: 25_000 }).toMatchObject([{ saved: calls - lost }]);
    expect(lost).toBeGreaterThan(0);
    expect(await running.ask('log.rebuild')).toMatchObject({ calls: calls - lost });
    expect(running.said.filter((words) => words.startsWith('The database was damaged.'))).toHaveLength(1);
  });

  test.for([
    'calls',
    'calls_over',
    'calls_live',
    'identities',
    'strangers',
    'rejected',
    'sqlite_autoindex_calls_1',
    'sqlite_autoindex_events_1',
    'sqlite_autoindex_identities_1',
  ])('loses nothing at all when the page is of %s, for the events are the truth', async (table) => {
    const { dataDir, path } = filledFolder();
    const leaves = leavesOf(path, table);
    const broken = leaves[leaves.length >> 1];
    if (broken === undefined) throw new Error(`${table} has no pages`);
    breakPage(path, broken.number);
    const running = await startApp({ dataDir, extensions: ['1002'], clock: fakeClock() });
    await expect.poll(() => notices(running), { timeout: 25_000 }).toMatchObject([{ saved: calls }]);
    expect(await running.ask('log.rebuild')).toMatchObject({ calls });
    expect((await running.ask('calls.get', 'call-7'))?.call).toMatchObject({ extension: '1002', outcome: 'missed' });
  });

  test('takes events before the damage is found, and keeps them', async () => {
    const { dataDir, path } = filledFolder();
    breakPage(path, leavesOf(path, 'events').at(60)?.number ?? 0);
    const clock = fakeClock();
    const running = await startApp({ dataDir, extensions: ['1002'], clock });
    const early = json(hangupEvent(clock.nowUs(), 20_000_000, 'NO_ANSWER', { ref: 'early', channel_uuid: 'early' }));
    expect((await running.post(early)).answer).toEqual({ result: 'stored' });
    await expect
      .poll(() => notices(running), { timeout: 25_000 })
      .toMatchObject([{ saved: expect.any(Number) as unknown }]);
    await expect.poll(async () => (await notices(running))[0]).toSatisfy(hasSaved);
    expect((await running.post(early)).answer).toEqual({ result: 'duplicate' });
    expect((await running.ask('calls.page', { after: null, limit: 1 })).calls).toMatchObject([{ ref: 'early' }]);
  });
});

describe('a file that shows its damage at once', () => {
  const damages: Record<string, (path: string) => void> = {
    'no database at all': (path) => writeFileSync(path, 'these are my notes'.repeat(500)),
    'rubbish instead of a header': (path) => breakPage(path, 1),
    'a header without its tables': (path) => truncateSync(path, pageSize),
  };
  for (const [name, damage] of Object.entries(damages)) {
    test(`is moved aside as it is, dated, and told of: ${name}`, async () => {
      const { dataDir, path } = filledFolder();
      damage(path);
      const bytes = readFileSync(path);
      const clock = fakeClock();
      const running = await startApp({ dataDir, extensions: ['1002'], clock });
      const [notice] = await notices(running);
      expect(notice).toMatchObject({ kind: 'database-moved-aside', atUs: clock.nowUs() });
      const aside = `${path}.damaged-${new Date(clock.nowUs() / 1000).toISOString().replaceAll(/[:.]/g, '-')}`;
      expect(notice).toMatchObject({ path: aside });
      expect(readFileSync(aside).equals(bytes)).toBe(true);
      expect(running.said[0]).toBe(
        `The database was damaged. It was moved to ${aside}; what can be read of it is being brought back.`,
      );
      expect((await running.post(documented.hangup)).answer).toEqual({ result: 'stored' });
    });
  }

  test('gives back what stands before its end when it was cut off', async () => {
    const { dataDir, path } = filledFolder();
    const size = statSync(path).size;
    truncateSync(path, Math.floor((size * 0.7) / pageSize) * pageSize);
    const running = await startApp({ dataDir, extensions: ['1002'], clock: fakeClock() });
    await expect.poll(async () => (await notices(running))[0], { timeout: 25_000 }).toSatisfy(hasSaved);
    const { calls: back } = await running.ask('log.rebuild');
    expect(await notices(running)).toMatchObject([{ saved: back }]);
    expect(back).toBeGreaterThan(calls / 2);
    expect((await running.ask('calls.get', 'call-100'))?.call).toMatchObject({ outcome: 'missed' });
  });

  test('is no loss at all while the write-ahead log beside it holds the same pages', async () => {
    const crashed = tempFolder();
    const live = await startApp({ extensions: ['1002'] });
    await live.post(documented.hangup);
    // What a killed process leaves: nothing has been brought from the write-ahead log into the file yet.
    for (const suffix of ['', '-wal']) {
      copyFileSync(join(live.dataDir, `ringside.db${suffix}`), join(crashed, `ringside.db${suffix}`));
    }
    writeFileSync(join(crashed, 'ringside.db'), 'these are my notes'.repeat(500));
    const running = await startApp({ dataDir: crashed, extensions: ['1002'], clock: fakeClock() });
    expect(await notices(running)).toEqual([]);
    expect((await running.post(documented.hangup)).answer).toEqual({ result: 'duplicate' });
  });

  test('is moved with what SQLite keeps beside it', () => {
    const path = join(tempFolder(), 'ringside.db');
    for (const suffix of ['', '-wal', '-shm']) writeFileSync(path + suffix, `this is ringside.db${suffix}`);
    const aside = moveAside(path, new Date('2026-03-04T05:06:07.089Z'));
    expect(aside).toBe(`${path}.damaged-2026-03-04T05-06-07-089Z`);
    for (const suffix of ['', '-wal', '-shm']) {
      expect(readFileSync(aside + suffix, 'utf8')).toBe(`this is ringside.db${suffix}`);
      expect(existsSync(path + suffix)).toBe(false);
    }
  });

  test('is told of until the user has read it', async () => {
    const { dataDir, path } = filledFolder();
    breakPage(path, 1);
    const running = await startApp({ dataDir, clock: fakeClock() });
    expect(await notices(running)).toHaveLength(1);
    await running.ask('notices.dismiss');
    expect(await notices(running)).toEqual([]);
  });

  test('that cannot be moved aside is a state, not a crash, and is looked at again', async () => {
    const { dataDir, path } = filledFolder();
    breakPage(path, 1);
    const clock = fakeClock();
    const stamp = new Date(clock.nowUs() / 1000).toISOString().replaceAll(/[:.]/g, '-');
    mkdirSync(`${path}.damaged-${stamp}`);
    const running = await startApp({ dataDir, clock });
    expect((await running.ask('status.get')).store).toMatchObject({ kind: 'not-writable', path });
    expect((await running.post(documented.ring)).status).toBe(503);
    clock.advance(5000);
    expect((await running.ask('status.get')).store).toEqual({ kind: 'open' });
    expect((await running.post(documented.ring)).status).toBe(200);
    expect(readdirSync(dataDir).filter((name) => name.includes('.damaged-'))).toHaveLength(2);
  });
});

describe('what people wrote', () => {
  test('comes back from a damaged database: notes, tags, contacts, what was settled and what was deleted', async () => {
    const { dataDir, path } = filledFolder();
    write(path, (db) => {
      db.exec(`INSERT INTO notes VALUES (1, 'call-7', NULL, 1, 'wants a refund', '')`);
      db.exec(`INSERT INTO tag_names VALUES (1, 'vip', 'VIP')`);
      db.exec(`INSERT INTO tags VALUES ('call-7', 1)`);
      db.exec(`INSERT INTO settled_by_hand VALUES ('call-8', 1, 'wrong number')`);
      db.exec(`INSERT INTO removed (ref, at_us, purged) VALUES ('call-9', 1, 1)`);
      db.exec(
        `INSERT INTO contacts (id, name, changed_at_us, sort_key, text, digits) VALUES (5, 'Maria', 1, 'maria', '', '')`,
      );
      db.exec(`INSERT INTO contact_numbers VALUES ('+35799123456', 5, 0, NULL)`);
    });
    breakPage(path, leavesOf(path, 'events').at(400)?.number ?? 0);

    const running = await startApp({ dataDir, extensions: ['1002'], clock: fakeClock() });
    await expect.poll(async () => hasSaved((await notices(running))[0]), { timeout: 25_000 }).toBe(true);
    const noted = await running.ask('calls.get', 'call-7');
    expect(noted).toMatchObject({
      note: 'wants a refund',
      call: { hasNote: true, tags: ['VIP'], party: { name: 'Maria' } },
    });
    const filter = { ...everyCall, search: 'refund vip maria' };
    expect(await running.ask('calls.count', { filter, atMost: 10 })).toEqual({ calls: 1, isAll: true });
    expect((await running.ask('calls.get', 'call-8'))?.settlement).toMatchObject({ reason: 'wrong number' });
    expect(await running.ask('calls.get', 'call-9')).toBeNull();
  });

  test('loses no more than what stood on a broken page of its own', async () => {
    const { dataDir, path } = filledFolder();
    write(path, (db) => {
      const put = db.prepare(`INSERT INTO notes VALUES (NULL, ?, NULL, 1, ?, '')`);
      for (let n = 0; n < 500; n += 1) put.run(`call-${n}`, `note ${n} ${'.'.repeat(100)}`);
    });
    const leaves = leavesOf(path, 'notes');
    const broken = leaves[leaves.length >> 1];
    if (broken === undefined) throw new Error('The notes fill no page.');
    breakPage(path, broken.number);

    const running = await startApp({ dataDir, extensions: ['1002'], clock: fakeClock() });
    await expect.poll(async () => hasSaved((await notices(running))[0]), { timeout: 25_000 }).toBe(true);
    await running.app.stop();
    const [found] = read(path, 'SELECT count(*) AS notes FROM notes');
    expect(found).toEqual({ notes: 500 - broken.rows });
  });
});

function write(path: string, work: (db: Database.Database) => void): void {
  const db = new Database(path);
  try {
    work(db);
  } finally {
    db.close();
  }
}

function read(path: string, sql: string): unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

/** A data folder whose log holds 3,000 missed calls of mine in about 1,000 pages. */
function filledFolder(): { dataDir: string; path: string } {
  const dataDir = tempFolder();
  const path = join(dataDir, 'ringside.db');
  copyFileSync(whole, path);
  return { dataDir, path };
}

/** Overwrites a page with rubbish, as a dying disk does. */
async function notices(running: Running): Promise<readonly Notice[]> {
  return (await running.ask('status.get')).notices;
}

function hasSaved(notice: Notice | undefined): boolean {
  return notice?.kind === 'database-moved-aside' && notice.saved > 0;
}
