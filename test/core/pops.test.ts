import { describe, expect, test } from 'vitest';

import type { NotifyResult } from '../../electron/core/ports.ts';
import { callIn, callOut, type CallStory, line } from '../support/calls.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';
import { type Running, startApp } from '../support/startApp.ts';

const second = 1_000_000;
const minute = 60 * second;
const maria = '+35799123456';

async function agent() {
  const clock = fakeClock();
  return { clock, running: await startApp({ extensions: ['1002'], clock }) };
}

const ring = (clock: FakeClock, story: Partial<CallStory> = {}) =>
  callIn({ ref: 'call', atUs: clock.nowUs(), ...story });
const states = async (running: Running) => (await running.ask('pops.list')).map(({ state }) => state);
const heldBack = async (running: Running, ref = 'call') => (await running.ask('calls.get', ref))?.heldBack?.reason;
const shown = (running: Running) => running.notified.filter((told) => told.kind === 'show').length;

describe('a card', () => {
  test.for([
    ['how a call that I answered ended', { answered: 2, ended: 40 }, 10_000],
    ['that a caller gave up', { ended: 9, cause: 'ORIGINATOR_CANCEL' }, 10_000],
    ['that a colleague took the call', { ended: 9, cause: 'LOSE_RACE' }, 3000],
  ] as const)('says %s, and goes after %3$i ms', async ([, story, ms]) => {
    const { clock, running } = await agent();
    const atUs = clock.nowUs();
    await running.post(ring(clock));
    await running.post(ring(clock, { ...story, atUs }));
    expect(await states(running)).toContain('ended');
    clock.advance(ms - 1);
    expect(await states(running)).toContain('ended');
    clock.advance(1);
    expect(await states(running)).not.toContain('ended');
  });

  test('learns who took the call while it says that somebody did', async () => {
    const { clock, running } = await agent();
    const atUs = clock.nowUs();
    await running.post(ring(clock));
    await running.post(ring(clock, { ended: 9, cause: 'LOSE_RACE' }));
    await running.post(callIn({ ref: 'call', atUs, extension: '1003', answered: 9 }));
    expect(await running.ask('pops.list')).toMatchObject([{ state: 'ended', call: { answeredBy: '1003' } }]);
    clock.advance(3000);
    expect(await states(running)).toEqual([]);
  });

  test('on which somebody writes stays until it is dismissed', async () => {
    const { clock, running } = await agent();
    await running.post(ring(clock));
    await running.post(ring(clock, { answered: 2 }));
    await running.ask('pops.keep', 'call');
    await running.ask('notes.set', { ref: 'call', note: 'wants an offer' });
    await running.post(ring(clock, { answered: 2, ended: 5 }));
    clock.advance(3_600_000);
    expect(await running.ask('pops.list')).toMatchObject([{ state: 'ended', note: 'wants an offer' }]);
    await running.ask('pops.dismiss', 'call');
    expect(await states(running)).toEqual([]);
    expect((await running.ask('calls.get', 'call'))?.note).toBe('wants an offer');
  });

  test('that was dismissed while it rang does not come back with the answer or the end', async () => {
    const { clock, running } = await agent();
    await running.post(ring(clock));
    await running.ask('pops.dismiss', 'call');
    await running.post(ring(clock, { answered: 2 }));
    await running.post(ring(clock, { answered: 2, ended: 9 }));
    expect(await states(running)).toEqual([]);
  });

  test('is silenced alone', async () => {
    const { clock, running } = await agent();
    await running.post(ring(clock, { ref: 'a' }));
    await running.post(ring(clock, { ref: 'b', number: '+35799000001' }));
    await running.ask('pops.silence', 'a');
    expect((await running.ask('pops.list')).map((pop) => [pop.call.ref, pop.silenced])).toEqual([
      ['b', false],
      ['a', true],
    ]);
  });

  test('rings anew with its sound when a queue offers the caller again', async () => {
    const { clock, running } = await agent();
    const offer = { fields: { originating_leg_uuid: '' } };
    await running.post(ring(clock, { ...offer, ref: 'a' }));
    await running.ask('pops.silence', 'a');
    await running.post(ring(clock, { ...offer, ref: 'a', ended: 10, cause: 'NO_ANSWER' }));
    clock.advance(12_000);
    await running.post(ring(clock, { ...offer, ref: 'b' }));
    const cards = (await running.ask('pops.list')).filter(({ state }) => state !== 'missed');
    expect(cards).toMatchObject([{ state: 'ringing', silenced: false, call: { ref: 'a', offers: 2 } }]);
    clock.advance(11_000);
    expect(await states(running)).toContain('ringing');
  });

  test('is one of five at most, the newest in front', async () => {
    const { clock, running } = await agent();
    for (let n = 0; n < 7; n += 1) await running.post(ring(clock, { ref: `c${n}`, number: `+3579900000${n}` }));
    expect((await running.ask('pops.list')).map(({ call }) => call.ref)).toEqual(['c6', 'c5', 'c4', 'c3', 'c2']);
  });
});

describe('a card knows of the caller', () => {
  test('the last talk and note, since when a call back is due, how often they rang today, and their time zone', async () => {
    const { clock, running } = await agent();
    const atUs = clock.nowUs();
    await running.post(callOut({ ref: 'talk', atUs: atUs - 50 * minute, answered: 5, ended: 245 }));
    await running.ask('notes.set', { ref: 'talk', note: 'likes blue' });
    await running.post(callIn({ ref: 'missed', atUs: atUs - 30 * minute, ended: 9, cause: 'NO_ANSWER' }));
    await running.post(ring(clock));
    expect((await running.ask('pops.list')).find(({ state }) => state === 'ringing')?.caller).toEqual({
      timeZone: expect.stringMatching(/^Asia\//),
      lastTalk: { atUs: atUs - 50 * minute + 5 * second, talkUs: 240 * second, by: null },
      lastNote: 'likes blue',
      followUpSinceUs: atUs - 30 * minute - second,
      callsToday: 3,
    });
  });

  test('that it was a colleague who spoke with them', async () => {
    const { clock, running } = await agent();
    const atUs = clock.nowUs() - 20 * minute;
    await running.post(callIn({ ref: 'group', atUs, ended: 5, cause: 'LOSE_RACE' }));
    await running.post(callIn({ ref: 'group', atUs, extension: '1003', answered: 5, ended: 50 }));
    await running.post(ring(clock));
    const [card] = await running.ask('pops.list');
    expect(card?.caller.lastTalk).toMatchObject({ atUs: atUs + 5 * second, by: '1003' });
  });

  test('nothing when the number is withheld, or belongs to no place of a country with several times', async () => {
    const { clock, running } = await agent();
    await running.post(ring(clock, { ref: 'a', number: 'anonymous' }));
    await running.post(ring(clock, { ref: 'b', number: '+61412345678' }));
    const nothing = { timeZone: null, lastTalk: null, lastNote: null, followUpSinceUs: null, callsToday: 1 };
    expect((await running.ask('pops.list')).map(({ caller }) => caller)).toEqual([nothing, nothing]);
  });
});

describe('a call that rings is told of as the settings say', () => {
  const ways = { card: true, notification: true, sound: true };
  const none = { card: false, notification: false, sound: false };

  test.for([
    ['direct', {}],
    ['group', { fields: { originating_leg_uuid: '' } }],
    ['internal', { number: '1005' }],
  ] as const)('for its kind: %s', async ([kind, story]) => {
    const { clock, running } = await agent();
    const others = { direct: ways, group: ways, internal: ways };
    await running.ask('settings.change', { ways: { ...others, [kind]: { ...ways, notification: false } } });
    await running.post(ring(clock, story));
    expect(await running.ask('pops.list')).toMatchObject([{ ways: { card: true, notification: false, sound: true } }]);
    expect(shown(running)).toBe(0);
    await running.ask('settings.change', { ways: { ...others, [kind]: none } });
    await running.post(ring(clock, { ...story, ref: 'second' }));
    expect(await heldBack(running, 'second')).toBe('not-wanted');
  });

  test('and not at all while I am not to be disturbed, which the call says afterwards', async () => {
    const { clock, running } = await agent();
    await running.ask('settings.change', { doNotDisturbUntilUs: clock.nowUs() + minute });
    await running.post(ring(clock));
    expect([await states(running), shown(running), await heldBack(running)]).toEqual([[], 0, 'do-not-disturb']);
  });

  test('and not at all in quiet hours', async () => {
    const { clock, running } = await agent();
    const now = new Date(clock.nowUs() / 1000);
    const fromMinute = now.getHours() * 60 + now.getMinutes();
    await running.ask('settings.change', {
      quietHours: { on: true, days: [now.getDay()], fromMinute, toMinute: (fromMinute + 1) % 1440 },
    });
    await running.post(ring(clock));
    expect([await states(running), await heldBack(running)]).toEqual([[], 'quiet-hours']);
    clock.advance(60_000);
    await running.post(ring(clock, { ref: 'later' }));
    expect(await states(running)).toEqual(['ringing']);
  });

  test.for([
    ['ring-too-old', { atUs: -40 * second }],
    ['call-over', { ended: 5, cause: 'NO_ANSWER' }],
    ['answered-elsewhere', { ended: 5, cause: 'LOSE_RACE' }],
    ['click-to-call', { fields: { click_to_call: true } }],
  ] as const)(
    'and when it is not, the call says why: %s',
    async ([reason, { atUs = 0, ...story }]: readonly [string, Partial<CallStory>]) => {
      const { clock, running } = await agent();
      await running.post(ring(clock, { ...story, atUs: clock.nowUs() + atUs }));
      expect(await heldBack(running)).toBe(reason);
    },
  );
});

test('that the system shows no notifications is told, until it shows one; not of one that came too late', async () => {
  const clock = fakeClock();
  let result: NotifyResult = { kind: 'declined', reason: 'not allowed' };
  const running = await startApp({ extensions: ['1002'], clock, notify: () => result });
  const trouble = async () => (await running.ask('status.get')).notificationTrouble;
  expect(await trouble()).toBeNull();
  await running.post(ring(clock, { ref: 'a' }));
  expect(await trouble()).toBe('not allowed');
  result = { kind: 'not-needed' };
  await running.post(ring(clock, { ref: 'b' }));
  expect(await trouble()).toBe('not allowed');
  result = { kind: 'shown' };
  await running.post(ring(clock, { ref: 'c' }));
  expect(await trouble()).toBeNull();
});

describe('a note', () => {
  test('is written, changed and taken away', async () => {
    const { clock, running } = await agent();
    await running.post(ring(clock, { ended: 5, cause: 'NO_ANSWER' }));
    const note = async () => (await running.ask('calls.get', 'call'))?.note;
    await running.ask('notes.set', { ref: 'call', note: ' first ' });
    expect(await note()).toBe('first');
    await running.ask('notes.set', { ref: 'call', note: 'second' });
    await running.ask('log.rebuild');
    expect(await note()).toBe('second');
    await running.ask('notes.set', { ref: 'call', note: '  ' });
    expect(await note()).toBeNull();
  });

  test('stays with its call when that is joined into another', async () => {
    const { clock, running } = await agent();
    const atUs = clock.nowUs();
    const offer = { fields: { originating_leg_uuid: '' }, ended: 10, cause: 'NO_ANSWER' };
    await running.post(callIn({ ...offer, ref: 'b', atUs: atUs + 12 * second }));
    await running.ask('notes.set', { ref: 'b', note: 'was angry' });
    await running.post(callIn({ ...offer, ref: 'a', atUs }));
    expect(await running.ask('calls.get', 'a')).toMatchObject({ refs: ['a', 'b'], note: 'was angry' });
    await running.ask('notes.set', { ref: 'a', note: 'calmed down' });
    expect((await running.ask('calls.get', 'b'))?.note).toBe('calmed down');
  });
});

describe('the customer system', () => {
  const crmUrl = 'https://crm.example.com/?n={e164}&x={extension}';
  const opened = 'https://crm.example.com/?n=%2B35799123456&x=1002';

  test.for([
    ['on-ring', [opened], [opened]],
    ['on-answer', [], [opened]],
    ['by-hand', [], []],
  ] as const)('opens %s, once', async ([crmOpens, onRing, onAnswer]) => {
    const { clock, running } = await agent();
    await running.ask('settings.change', { crmUrl, crmOpens });
    await running.post(ring(clock));
    expect(running.openedUrls).toEqual(onRing);
    await running.post(ring(clock, { answered: 2 }));
    await running.post(line({ ref: 'call', atUs: clock.nowUs() }));
    expect(running.openedUrls).toEqual(onAnswer);
    await running.ask('calls.openCrm', 'call');
    expect(running.openedUrls).toEqual([...onAnswer, opened]);
  });

  test('is not opened for a call that is held back', async () => {
    const { clock, running } = await agent();
    await running.ask('settings.change', { crmUrl, crmOpens: 'on-ring', doNotDisturbUntilUs: clock.nowUs() + minute });
    await running.post(ring(clock));
    expect(running.openedUrls).toEqual([]);
  });

  test('is refused with words where there is none, or it must not be opened', async () => {
    const { clock, running } = await agent();
    await running.post(ring(clock));
    await expect(running.ask('calls.openCrm', 'call')).rejects.toThrow('The settings name no address');
    await running.ask('settings.change', { crmUrl: 'file:///etc/passwd' });
    await expect(running.ask('calls.openCrm', 'call')).rejects.toThrow('file: are not opened');
    await expect(running.ask('calls.openCrm', 'nobody')).rejects.toThrow('not in the log');
    expect(running.openedUrls).toEqual([]);
  });

  test('is shown beforehand with the newest call', async () => {
    const { clock, running } = await agent();
    const preview = () =>
      running.ask('templates.preview', { template: 'https://crm.example.com/{ref}', httpHosts: [] });
    expect(await preview()).toMatchObject({ kind: 'url' });
    await running.post(ring(clock));
    expect(await preview()).toEqual({ kind: 'url', url: 'https://crm.example.com/call' });
  });
});

test('a call back dials the number of the caller', async () => {
  const { clock, running } = await agent();
  await running.post(ring(clock, { ended: 5, cause: 'NO_ANSWER' }));
  await running.ask('calls.callBack', 'call');
  expect(running.openedUrls).toEqual(['tel:+35799123456']);
});

test('a number that no call is known of is dialled in the same way', async () => {
  const { running } = await agent();
  await running.ask('numbers.call', '+35722000111');
  await running.ask('settings.change', { callBackUrl: 'https://dial.example.com/{digits}?from={extension}' });
  await running.ask('numbers.call', '1005');
  expect(running.openedUrls).toEqual(['tel:+35722000111', 'https://dial.example.com/1005?from=1002']);
  await expect(running.ask('numbers.call', 'tel:1005')).rejects.toThrow('expected a number');
});

test('on a screen that others see, no name and no number is in any answer', async () => {
  const { clock, running } = await agent();
  await running.post(callOut({ ref: 'out', atUs: clock.nowUs() - minute, answered: 4, ended: 9 }));
  await running.post(callIn({ ref: 'missed', atUs: clock.nowUs() - 10 * second, ended: 9, cause: 'NO_ANSWER' }));
  await running.ask('notes.set', { ref: 'missed', note: `call ${maria}` });
  await running.ask('settings.change', { masked: true });
  await running.post(ring(clock));
  const answers = [
    await running.ask('calls.page', { after: null, limit: 10 }),
    await running.ask('calls.live'),
    await running.ask('pops.list'),
    await running.ask('followUps.list'),
    await running.ask('calls.get', 'out'),
    await running.ask('calls.get', 'missed'),
    running.notified.at(-1),
  ];
  expect(JSON.stringify(answers)).not.toMatch(/99 ?123456/);
  expect(answers[1]).toMatchObject([{ party: { hidden: true, number: null } }]);
  await running.ask('settings.change', { masked: false });
  expect(await running.ask('calls.live')).toMatchObject([{ party: { hidden: false, e164: maria } }]);
});
