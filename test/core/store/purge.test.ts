import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { type FakeClock, fakeClock } from '../../support/fakeClock.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { hangupEvent, ringEvent } from '../../support/wire.ts';

const json = JSON.stringify;
const second = 1_000_000;
const tickMs = 5000;
const minute = 60_000;

const stranger = '+35797770001';
const customer = '+35799990002';
const colleague = '1003';

/** Fields of a call of `number` that rings `extension`. */
function from(number: string, extension: string, ref: string) {
  return {
    ref,
    channel_uuid: `${ref}-leg`,
    originating_leg_uuid: ref,
    caller_id_number: number,
    caller_id_number_e164: number,
    ani: number,
    ani_e164: number,
    dialed_user: extension,
  };
}

describe("other people's calls", () => {
  test('are gone from every byte on the disk soon after they have ended, and mine stay', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const at = clock.nowUs();
    for (let n = 0; n < 20; n += 1) {
      await running.post(json(ringEvent(at, from(stranger, colleague, `theirs-${n}`))));
      await running.post(json(hangupEvent(at, second, 'NO_ANSWER', from(stranger, colleague, `theirs-${n}`))));
    }
    await running.post(json(hangupEvent(at, second, 'NO_ANSWER', from(customer, '1002', 'mine'))));
    expect(onDisk(running, stranger)).toBe(true);
    expect(onDisk(running, 'theirs-7')).toBe(true);

    await advanceUntil(clock, () => !onDisk(running, stranger));
    expect(onDisk(running, 'theirs-')).toBe(false);
    expect(onDisk(running, customer)).toBe(true);
    expect((await running.ask('calls.get', 'mine'))?.events).toHaveLength(1);
    expect(running.logged.join('\n')).not.toContain(stranger.slice(1));
  });

  test('wait half a minute after their end, for an event that makes them mine after all', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const at = clock.nowUs();
    const theirs = from(stranger, colleague, 'call');
    await running.post(json(hangupEvent(at, second, 'NO_ANSWER', theirs)));
    clock.advance(25_000);
    await running.post(
      json(hangupEvent(at, second, 'LOSE_RACE', { ...theirs, dialed_user: '1002', channel_uuid: 'x' })),
    );
    clock.advance(10 * minute);
    const detail = await running.ask('calls.get', 'call');
    expect(detail?.call.outcome).toBe('answered-elsewhere');
    expect(detail?.legs.map(({ extension }) => extension).sort()).toEqual(['1002', colleague]);
    expect(detail?.events).toHaveLength(2);
  });

  test('stay as far as my own calls need them: who answered', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const at = clock.nowUs();
    const call = from(customer, colleague, 'call');
    await running.post(json(ringEvent(at, call)));
    await running.post(json(ringEvent(at, { ...call, dialed_user: '1002', channel_uuid: 'my-leg' })));
    await running.post(
      json(hangupEvent(at, 60 * second, 'NORMAL_CLEARING', { ...call, answer_start_uepoch: at + 4 * second })),
    );
    clock.advance(20 * minute);
    expect((await running.ask('calls.get', 'call'))?.call).toMatchObject({
      outcome: 'answered-elsewhere',
      answeredBy: colleague,
    });
  });

  test('that fall silent without an end are gone after ten minutes, and not before', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.post(json(ringEvent(clock.nowUs(), from(stranger, colleague, 'theirs'))));
    clock.advance(10 * minute - tickMs);
    expect(onDisk(running, stranger)).toBe(true);
    clock.advance(3 * tickMs);
    await advanceUntil(clock, () => !onDisk(running, stranger));
  });

  test('that are over when Ringside is quit do not stay until the next start', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.post(json(hangupEvent(clock.nowUs(), second, 'NO_ANSWER', from(stranger, colleague, 'theirs'))));
    expect(onDisk(running, stranger)).toBe(true);
    await running.app.stop();
    expect(onDisk(running, stranger)).toBe(false);
  });
});

test("other people's calls that a killed Ringside had deleted, but not yet wiped, are gone after the next start", async () => {
  const clock = fakeClock();
  const killed = await startApp({ extensions: ['1002'], clock });
  await killed.post(json(hangupEvent(clock.nowUs(), second, 'NO_ANSWER', from(stranger, colleague, 'theirs'))));
  // Somebody who reads, an export say, keeps what was deleted in the write-ahead log, and nobody waiting.
  const reader = new Database(join(killed.dataDir, 'ringside.db'), { readonly: true });
  onTestFinished(() => void reader.close());
  reader.exec('BEGIN');
  expect(reader.prepare('SELECT count(*) AS events FROM events').get()).toEqual({ events: 1 });
  clock.advance(10 * minute);
  const dataDir = tempFolder();
  for (const name of ['ringside.db', 'ringside.db-wal']) copyFileSync(join(killed.dataDir, name), join(dataDir, name));

  const next = await startApp({ dataDir, extensions: ['1002'], clock });
  expect(onDisk(next, stranger)).toBe(true);
  await advanceUntil(clock, () => !onDisk(next, stranger));
});

/** Whether these letters stand in any file of the database, deleted or not. */
function onDisk({ dataDir }: Running, letters: string): boolean {
  return readdirSync(dataDir)
    .filter((name) => name.startsWith('ringside.db'))
    .some((name) => readFileSync(join(dataDir, name)).includes(letters));
}

/** Lets ticks pass: the first may find the background check still reading the file, and leaves the rest to the next. */
async function advanceUntil(clock: FakeClock, done: () => boolean): Promise<void> {
  await expect
    .poll(() => {
      clock.advance(7 * tickMs);
      return done();
    })
    .toBe(true);
}
