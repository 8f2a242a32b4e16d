import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { daysKept, isDue } from '../../electron/core/store/retention.ts';
import { everyCall } from '../../shared/callFilter.ts';
import { callIn, callOut } from '../support/calls.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';
import { type Running, startApp } from '../support/startApp.ts';

const second = 1_000_000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const maria = '+35799123456';
const andreas = '+35799654321';

async function office() {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  const nowUs = clock.nowUs();
  await running.post(callIn({ ref: 'missed', atUs: nowUs - 60 * minute, ended: 15, cause: 'NO_ANSWER' }));
  await running.post(callOut({ ref: 'back', atUs: nowUs - 30 * minute, answered: 8, ended: 40 }));
  await running.post(callIn({ ref: 'other', atUs: nowUs - 20 * minute, number: andreas, answered: 3, ended: 9 }));
  await running.ask('notes.set', { ref: 'back', note: 'wants a refund' });
  return { clock, running };
}

const refs = async (running: Running) =>
  (await running.ask('calls.page', { after: null, limit: 50 })).calls.map((call) => call.ref);
const bytesOf = ({ dataDir }: Running) =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith('ringside.db'))
    .map((name) => readFileSync(join(dataDir, name)).toString('latin1'))
    .join();

/** Whether the file still holds something after one more round of what is done every few seconds. */
const laterHolds =
  ({ clock, running }: { clock: FakeClock; running: Running }, text: string) =>
  () => {
    clock.advance(5_000);
    return bytesOf(running).includes(text);
  };

describe('a deleted call', () => {
  test('leaves the log at once, and comes back whole within ten seconds', async () => {
    const { clock, running } = await office();
    const before = await running.ask('calls.get', 'back');
    const { count, undo } = await running.ask('calls.remove', { refs: ['back'] });
    expect(count).toBe(1);
    expect(await refs(running)).toEqual(['other', 'missed']);
    expect(await running.ask('calls.get', 'back')).toBeNull();
    clock.advance(9_900);
    await running.ask('deeds.undo', undo);
    expect(await refs(running)).toEqual(['other', 'back', 'missed']);
    expect(await running.ask('calls.get', 'back')).toEqual(before);
  });

  test('is gone for good after that, with its events and its note, also from the file', async () => {
    const { clock, running } = await office();
    const { undo } = await running.ask('calls.remove', { refs: ['back'] });
    clock.advance(25_000);
    await expect.poll(laterHolds({ clock, running }, 'wants a refund')).toBe(false);
    expect(bytesOf(running)).not.toContain('back-far');
    await expect(running.ask('deeds.undo', undo)).rejects.toThrow('too late');
    expect(await refs(running)).toEqual(['other', 'missed']);
  });

  test('keeps settled what it had settled, also when everything is worked out again', async () => {
    const { clock, running } = await office();
    await running.ask('calls.remove', { refs: ['back'] });
    clock.advance(25_000);
    await running.ask('log.rebuild');
    expect((await running.ask('calls.get', 'missed'))?.call.followUp).toBe('settled');
    expect(await running.ask('followUps.count')).toBe(0);
  });

  test('is not brought back by an event that is late, nor by working the log out again', async () => {
    const { clock, running } = await office();
    const nowUs = clock.nowUs();
    await running.ask('calls.remove', { refs: ['other'] });
    clock.advance(25_000);
    await running.post(callIn({ ref: 'other', atUs: nowUs - 20 * minute, number: andreas, answered: 3, ended: 12 }));
    await running.ask('log.rebuild');
    expect(await refs(running)).toEqual(['back', 'missed']);
    await expect.poll(laterHolds({ clock, running }, 'other-1002')).toBe(false);
  });

  test('is erased when Ringside quits, for nobody can take it back then', async () => {
    const { running } = await office();
    await running.ask('calls.remove', { refs: ['other'] });
    await running.app.stop();
    expect(bytesOf(running)).not.toContain('other-1002');
    expect(bytesOf(running)).not.toContain(andreas);
  });

  test('takes everything with it that was joined into it', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const atUs = clock.nowUs() - 10 * minute;
    const queue = { originating_leg_uuid: '' };
    await running.post(callIn({ ref: 'first', atUs, ended: 15, cause: 'NO_ANSWER', fields: queue }));
    const again = callIn({ ref: 'second', atUs: atUs + 17 * second, ended: 15, cause: 'NO_ANSWER', fields: queue });
    await running.post(again);
    expect(await refs(running)).toEqual(['first']);
    const { undo } = await running.ask('calls.remove', { refs: ['second'] });
    expect(await refs(running)).toEqual([]);
    await running.ask('deeds.undo', undo);
    expect((await running.ask('calls.get', 'first'))?.refs).toEqual(['first', 'second']);
  });
});

test('all calls of a person go together, with everything that is known of them, and come back together', async () => {
  const { clock, running } = await office();
  const removed = await running.ask('calls.removePerson', 'back');
  expect(removed.count).toBe(2);
  expect(await refs(running)).toEqual(['other']);
  await running.ask('deeds.undo', removed.undo);
  expect(await refs(running)).toEqual(['other', 'back', 'missed']);
  await running.ask('calls.removePerson', 'missed');
  clock.advance(25_000);
  await expect.poll(laterHolds({ clock, running }, maria)).toBe(false);
  await expect(running.ask('calls.removePerson', 'back')).rejects.toThrow('not in the log');
});

test('nothing of a person stays readable in the file, in no index of words either', async () => {
  const { clock, running } = await office();
  const nowUs = clock.nowUs();
  // Trigrams that stand in an index as they are.
  await running.post(callIn({ ref: 'odd', atUs: nowUs - 10 * minute, number: 'ƶǯɮ', answered: 3, ended: 9 }));
  await running.ask('notes.set', { ref: 'odd', note: 'a note about ♞♟♜' });
  await running.ask('notes.set', { ref: 'other', note: 'a note about ♖♗♘' });
  await running.ask('notes.set', { ref: 'other', note: 'another one' });
  const readable = () => {
    const bytes = Buffer.from(bytesOf(running), 'latin1');
    return ['ƶǯɮ', '♞♟♜', '♖♗♘'].filter((text) => bytes.includes(text));
  };
  expect(readable()).toEqual(['ƶǯɮ', '♞♟♜', '♖♗♘']);
  await running.ask('calls.removePerson', 'odd');
  clock.advance(25_000);
  const laterReadable = () => {
    clock.advance(5_000);
    return readable();
  };
  await expect.poll(laterReadable).toEqual([]);
  expect(await refs(running)).toEqual(['other', 'back', 'missed']);
  const search = async (text: string) =>
    (await running.ask('calls.page', { filter: { ...everyCall, search: text }, after: null, limit: 9 })).calls.length;
  expect([await search('another one'), await search('refund'), await search('99654321')]).toEqual([1, 1, 1]);
});

describe('how long calls are kept', () => {
  test('is for ever unless the user says otherwise, and an outcome may have its own time', () => {
    expect(daysKept({ keepDays: null, keepDaysOf: {} }, 'missed')).toBeNull();
    expect(daysKept({ keepDays: 30, keepDaysOf: { missed: 7, answered: null } }, 'missed')).toBe(7);
    expect(daysKept({ keepDays: 30, keepDaysOf: { missed: 7, answered: null } }, 'answered')).toBeNull();
    expect(daysKept({ keepDays: 30, keepDaysOf: { missed: 7, answered: null } }, 'busy')).toBe(30);
  });

  test('is counted from the start of a call, and an open follow-up outlasts it', () => {
    const keeping = { keepDays: 2, keepDaysOf: {} };
    const call = { outcome: 'missed', startedAtUs: 0, followUp: 'settled' } as const;
    expect(isDue(call, keeping, 2 * day)).toBe(false);
    expect(isDue(call, keeping, 2 * day + 1)).toBe(true);
    expect(isDue({ ...call, followUp: 'open' }, keeping, 10 * day)).toBe(false);
    expect(isDue({ ...call, followUp: 'undecided' }, keeping, 10 * day)).toBe(false);
  });

  test('is kept to while the app runs: what is older goes, what is to be called back stays', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const nowUs = clock.nowUs();
    for (let n = 0; n < 300; n += 1) {
      const number = `+357990${String(n).padStart(5, '0')}`;
      await running.post(
        callIn({ ref: `old-${n}`, atUs: nowUs - 40 * day - n * minute, number, answered: 3, ended: 9 }),
      );
    }
    await running.post(callIn({ ref: 'open', atUs: nowUs - 41 * day, ended: 15, cause: 'NO_ANSWER' }));
    await running.post(callIn({ ref: 'new', atUs: nowUs - 10 * day, number: andreas, answered: 3, ended: 9 }));
    clock.advance(5_000);
    expect((await running.ask('calls.page', { after: null, limit: 500 })).calls).toHaveLength(302);

    await running.ask('settings.change', { keepDays: 30 });
    clock.advance(5_000);
    await expect.poll(() => refs(running)).toEqual(['new', 'open']);
    expect(running.logged.join()).toContain('kept long enough {"calls":300}');
    await expect.poll(laterHolds({ clock, running }, 'old-')).toBe(false);
  });
});
