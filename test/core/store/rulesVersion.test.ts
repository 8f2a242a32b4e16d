import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { rulesVersion } from '../../../electron/core/calls/rulesVersion.ts';
import { followRules } from '../../../electron/core/store/followRules.ts';
import { keepStore } from '../../../electron/core/store/keeper.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { type FakeClock, fakeClock } from '../../support/fakeClock.ts';
import { fillLog, leavesOf, pageSize } from '../../support/filledLog.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { mountTinyDisk } from '../../support/tinyDisk.ts';
import { answerEvent, hangupEvent, ringEvent } from '../../support/wire.ts';

const json = JSON.stringify;
const older = `UPDATE rules SET version = ${rulesVersion - 1}`;
/** As no rule would see it: every call of these logs was missed. */
const wrong = "UPDATE calls SET outcome = 'answered'";

/** A log of missed calls that somebody has had their hands in. */
function doctoredLog(calls: number, doctoring: readonly string[], dataDir = tempFolder()) {
  const path = join(dataDir, 'ringside.db');
  fillLog(path, { calls, fromUs: 1_700_000_000_000_000 });
  for (const sql of doctoring) beside(path, (db) => db.exec(sql));
  return {
    dataDir,
    path,
    /** The version on record, and how many calls are still as no rule would see them. */
    state: () =>
      beside(path, (db) =>
        db.prepare("SELECT version, (SELECT count(*) FROM calls WHERE outcome = 'answered') AS wrong FROM rules").get(),
      ) as { version: number; wrong: number },
    /** How many days are added up. */
    days: () => beside(path, (db) => db.prepare<[], number>('SELECT count(*) FROM days').pluck().get()),
    bytes: () => ['', '-wal'].map((suffix) => (existsSync(path + suffix) ? readFileSync(path + suffix) : null)),
  };
}

/** Opens the file for a moment, beside the app. */
function beside<Result>(path: string, work: (db: Database.Database) => Result): Result {
  const db = new Database(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** A clock on which every look takes as long as a slice may: each slice is one call. */
function slowClock(): FakeClock {
  const clock = fakeClock();
  let looks = 0;
  return { ...clock, nowUs: () => clock.nowUs() + (looks += 1) * 10_000 };
}

/** How many days the first calls of a log are from, a minute each. */
function datesWithin(calls: number): number {
  const date = (call: number) => new Date(1_700_000_000_000 + call * 60_000).toDateString();
  return new Set([date(0), date(calls - 1)]).size;
}

/** When the first tick comes. */
const someSeconds = 5000;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const finished = ({ logged }: Running) => logged.filter((line) => line.startsWith('calls were worked out again'));

describe('after an update of the rules', () => {
  test('calls are worked out again seconds after the start, and only then is the version recorded', async () => {
    const log = doctoredLog(1000, [older, `${wrong} WHERE ref IN ('call-0', 'call-500', 'call-999')`]);
    const clock = fakeClock();
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock });
    clock.advance(someSeconds - 1);
    await nextTurn();
    expect(log.state()).toEqual({ version: rulesVersion - 1, wrong: 3 });

    running.pushes.length = 0;
    clock.advance(1);
    const seen = [log.state()];
    while (log.state().version < rulesVersion) {
      await nextTurn();
      seen.push(log.state());
    }
    expect(seen).toContainEqual({ version: rulesVersion - 1, wrong: 1 });
    expect(seen.filter(({ version }) => version === rulesVersion)).toEqual([{ version: rulesVersion, wrong: 0 }]);
    await expect.poll(() => finished(running)).toEqual(['calls were worked out again {"changed":3}']);
    expect(running.pushes).toEqual([{ name: 'changed', value: { what: ['calls'] } }]);
  });

  test.for([
    ['a hundred calls while the clock stands still', fakeClock, 100],
    ['one call when it has taken its time', slowClock, 1],
  ] as const)('a slice is %s', async ([, clockOf, calls]) => {
    const log = doctoredLog(300, [older, wrong]);
    const clock = clockOf();
    await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock });
    clock.advance(someSeconds);
    expect(log.state().wrong).toBe(300 - calls);
  });

  test('what was interrupted by the end of the app goes on at the next start', async () => {
    const log = doctoredLog(3000, [older, wrong]);
    const clock = slowClock();
    const first = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock });
    clock.advance(someSeconds);
    await nextTurn();
    await first.app.stop();
    const { version, wrong: left } = log.state();
    expect(version).toBe(rulesVersion - 1);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(3000);

    const again = fakeClock();
    const second = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock: again });
    again.advance(someSeconds);
    await expect.poll(log.state).toEqual({ version: rulesVersion, wrong: 0 });
    await expect.poll(() => finished(second)).toEqual([`calls were worked out again {"changed":${left}}`]);
  });

  test('a file that was closed stays closed', async () => {
    const { path } = doctoredLog(300, [older, wrong]);
    const clock = slowClock();
    const log = { info() {}, warn() {}, error() {} };
    const keeper = keepStore({ path, clock, log, me: () => [], changed() {}, salvaged() {}, notice() {} });
    followRules({ keeper, clock, log, silence: () => defaultSettings, finished: () => expect.unreachable() })();
    await keeper.close();
    await nextTurn();
    expect(keeper.current()).toBeNull();
  });

  test('events that come meanwhile are answered at once and not lost', async () => {
    const log = doctoredLog(3000, [older, wrong]);
    const clock = slowClock();
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock });
    clock.advance(someSeconds);
    const begunUs = 1_700_000_000_000_000 + 2999 * 60_000_000;
    const colleague = { ref: 'call-2999', originating_leg_uuid: 'call-2999', channel_uuid: 'b', dialed_user: '1003' };
    const fresh = ringEvent(clock.nowUs(), { ref: 'new', channel_uuid: 'new', originating_leg_uuid: 'new' });
    expect(await running.post(json(fresh))).toMatchObject({ status: 200 });
    expect(await running.post(json(answerEvent(begunUs, 5_000_000, colleague)))).toMatchObject({ status: 200 });
    expect(finished(running)).toEqual([]);

    await expect.poll(log.state, { timeout: 25_000 }).toEqual({ version: rulesVersion, wrong: 0 });
    expect(await running.ask('calls.live')).toMatchObject([{ ref: 'new' }]);
    expect((await running.ask('calls.get', 'call-2999'))?.call).toMatchObject({ outcome: 'answered-elsewhere' });
  });

  test('a call that the rules fail on costs no other call', async () => {
    const log = doctoredLog(300, [older, wrong, "UPDATE events SET event = 'rubbish' WHERE ref = 'call-150'"]);
    const clock = fakeClock();
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock });
    clock.advance(someSeconds);
    await expect.poll(log.state).toEqual({ version: rulesVersion, wrong: 1 });
    expect(running.logged).toContainEqual(expect.stringMatching(/^a call could not be worked out .*call-150/));
  });

  test('it waits while the disk is full, and begins anew once there is room', async ({ skip }) => {
    const mounted = mountTinyDisk(8000);
    if (mounted.kind === 'refused') return skip(`No tiny disk to be had: ${mounted.reason}.`);
    const { disk } = mounted;
    const log = doctoredLog(200, [older, wrong], disk.path);
    const clock = slowClock();
    const running = await startApp({ dataDir: disk.path, extensions: ['1002'], clock });
    disk.fill();
    for (let ticks = 0; ticks < 3; ticks += 1) {
      clock.advance(someSeconds);
      await nextTurn();
    }
    expect((await running.ask('status.get')).store.kind).toBe('not-writable');
    expect(log.state()).toEqual({ version: rulesVersion - 1, wrong: 200 });

    disk.free();
    clock.advance(someSeconds);
    await expect.poll(log.state).toEqual({ version: rulesVersion, wrong: 0 });
    await expect.poll(() => finished(running)).toHaveLength(1);
  });

  test('nothing of it goes on when the file turns out to be damaged and another takes its place', async () => {
    const log = doctoredLog(3000, [older, wrong]);
    const broken = leavesOf(log.path, 'events').at(60);
    const file = openSync(log.path, 'r+');
    writeSync(file, Buffer.alloc(pageSize, 0xa5), 0, pageSize, ((broken?.number ?? NaN) - 1) * pageSize);
    closeSync(file);
    const clock = slowClock();
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock });
    clock.advance(someSeconds);
    const saved = 3000 - (broken?.rows ?? 0);
    await expect
      .poll(async () => (await running.ask('status.get')).notices, { timeout: 25_000 })
      .toMatchObject([{ kind: 'database-moved-aside', saved }]);
    clock.advance(someSeconds);
    expect(await running.ask('log.preview')).toEqual({ calls: saved, changed: 0, changes: [] });
    expect(finished(running)).toEqual([]);
    expect(running.logged.filter((line) => line.startsWith('calls could not'))).toEqual([]);
  });
});

describe('a log', () => {
  test.for([
    ['of these rules', rulesVersion],
    ['that newer rules have worked out', rulesVersion + 1],
  ] as const)('%s is left alone', async ([, version]) => {
    const log = doctoredLog(300, [`UPDATE rules SET version = ${version}`, `${wrong} WHERE ref = 'call-7'`]);
    const clock = fakeClock();
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock });
    // What the first tick does in any case: days that are over are added up, and the log of writes is emptied.
    clock.advance(someSeconds);
    await expect.poll(log.days).toBe(datesWithin(300));
    beside(log.path, (db) => db.pragma('wal_checkpoint(TRUNCATE)'));
    const before = log.bytes();
    for (let ticks = 0; ticks < 3; ticks += 1) {
      clock.advance(someSeconds);
      await nextTurn();
    }
    expect(log.bytes()).toEqual(before);
    expect(finished(running)).toEqual([]);
    expect(log.state()).toEqual({ version: rulesVersion, wrong: 1 });
  });

  test('that is new is at this version from the first', async () => {
    const { dataDir } = await startApp({ extensions: ['1002'] });
    const rows = beside(join(dataDir, 'ringside.db'), (db) => db.prepare('SELECT version FROM rules').all());
    expect(rows).toEqual([{ version: rulesVersion }]);
  });

  test('that was rebuilt is at this version', async () => {
    const log = doctoredLog(300, [older, wrong]);
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock: fakeClock() });
    expect(await running.ask('log.rebuild')).toMatchObject({ calls: 300 });
    expect(log.state()).toEqual({ version: rulesVersion, wrong: 0 });
  });
});

describe('a preview', () => {
  test('tells the calls that would come out differently, and writes nothing', async () => {
    const log = doctoredLog(300, [
      older,
      `${wrong}, reason = NULL WHERE ref = 'call-7'`,
      "UPDATE calls SET talk_us = 5000000 WHERE ref = 'call-250'",
      // No finding of the rules.
      "UPDATE calls SET recording = 'elsewhere' WHERE ref = 'call-9'",
    ]);
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock: fakeClock() });
    const watcher = new Database(log.path, { readonly: true });
    onTestFinished(() => void watcher.close());
    const look = () => ({ bytes: log.bytes(), version: watcher.pragma('data_version', { simple: true }) });
    const before = look();

    const preview = await running.ask('log.preview');
    expect(preview).toMatchObject({ calls: 300, changed: 2 });
    expect(preview.changes).toMatchObject([
      {
        ref: 'call-7',
        party: { display: '+357 99 123456' },
        before: { outcome: 'answered', reason: null },
        after: { outcome: 'missed', reason: 'rang-out' },
      },
      { ref: 'call-250', before: { talkUs: 5_000_000 }, after: { outcome: 'missed', talkUs: null } },
    ]);
    expect(look()).toEqual(before);
    expect(log.state()).toEqual({ version: rulesVersion - 1, wrong: 1 });

    await running.ask('log.rebuild');
    expect(await running.ask('log.preview')).toEqual({ calls: 300, changed: 0, changes: [] });
  });

  test('counts all and tells the first hundred', async () => {
    const log = doctoredLog(150, [wrong]);
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock: fakeClock() });
    const { changed, changes } = await running.ask('log.preview');
    expect(changed).toBe(150);
    expect(changes.map(({ ref }) => ref)).toEqual(Array.from({ length: 100 }, (_, n) => `call-${n}`));
  });

  test('tells a call once whose events lie far apart', async () => {
    const log = doctoredLog(3, []);
    const running = await startApp({ dataDir: log.dataDir, extensions: ['1002'], clock: slowClock() });
    const again = { ref: 'call-0', originating_leg_uuid: 'call-0', channel_uuid: 'again' };
    await running.post(json(hangupEvent(1_700_000_030_000_000, 10_000_000, 'NO_ANSWER', again)));
    beside(log.path, (db) => db.exec(wrong));
    const { changed, changes } = await running.ask('log.preview');
    expect(changed).toBe(3);
    expect(changes.map(({ ref }) => ref)).toEqual(['call-0', 'call-1', 'call-2']);
  });

  test('tells nothing of a call that was given up on, for it would be again', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.post(json(ringEvent(clock.nowUs())));
    clock.advance(600_000);
    expect((await running.ask('calls.get', 'call-1'))?.call.outcome).toBe('unfinished');
    expect(await running.ask('log.preview')).toEqual({ calls: 1, changed: 0, changes: [] });
  });
});
