import { describe, expect, test } from 'vitest';

import { type CallStory, callIn, callOut, line } from '../support/calls.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type Running, startApp } from '../support/startApp.ts';

const second = 1_000_000;
const minute = 60 * second;
const maria = '+35799123456';

/** An agent whose phone has just stopped ringing: Maria called, and nobody was there. */
async function missedCall(fields: Partial<CallStory> = {}) {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  const atUs = clock.nowUs() - 20 * second;
  await running.post(callIn({ ref: 'missed', atUs, ended: 15, cause: 'NO_ANSWER', ...fields }));
  return { clock, running, atUs };
}

const open = async (running: Running) =>
  (await running.ask('followUps.list')).map(({ calls }) => calls.map((call) => call.ref));
const stateOf = async (running: Running, ref: string) => (await running.ask('calls.get', ref))?.call.followUp;
const settlementOf = async (running: Running, ref = 'missed') => (await running.ask('calls.get', ref))?.settlement;

describe('a missed call', () => {
  test('opens a follow-up, and one person has one, however often they tried', async () => {
    const { running, atUs } = await missedCall();
    await running.post(callIn({ ref: 'again', atUs: atUs + 5 * minute, ended: 9, cause: 'ORIGINATOR_CANCEL' }));
    await running.post(
      callIn({ ref: 'other', atUs: atUs + minute, number: '+35799000001', ended: 9, cause: 'NO_ANSWER' }),
    );
    expect(await open(running)).toEqual([['again', 'missed'], ['other']]);
    const [first] = await running.ask('followUps.list');
    expect(first).toMatchObject({ sinceUs: atUs - second, party: { e164: maria, display: '+357 99 123456' } });
    expect(await stateOf(running, 'missed')).toBe('open');
    expect(await running.ask('followUps.count')).toBe(2);
  });

  test.for([
    ['declined by me', { cause: 'CALL_REJECTED' }],
    ['answered by me', { answered: 3, cause: 'NORMAL_CLEARING' }],
  ] as const)('that was none, but %s, opens none', async ([, fields]) => {
    const { running } = await missedCall(fields);
    expect(await open(running)).toEqual([]);
    expect(await stateOf(running, 'missed')).toBe('none');
  });

  test('of a phone that was offline opens one: the caller reached nobody', async () => {
    const { running } = await missedCall({ cause: 'USER_NOT_REGISTERED' });
    expect(await open(running)).toEqual([['missed']]);
  });

  test('is told of once, when it is certain', async () => {
    const { running } = await missedCall();
    const told = () => running.notified.flatMap((one) => (one.kind === 'show' ? [one.pop.state] : []));
    expect(told()).toEqual(['missed']);
    await running.ask('log.rebuild');
    expect(told()).toEqual(['missed']);
  });

  test('is told of to no one who does not want it, or is not to be disturbed', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const miss = (ref: string) => callIn({ ref, atUs: clock.nowUs() - 20 * second, ended: 15, cause: 'NO_ANSWER' });
    await running.ask('settings.change', { missedNotices: false });
    await running.post(miss('unwanted'));
    await running.ask('settings.change', { missedNotices: true, doNotDisturbUntilUs: clock.nowUs() + minute });
    await running.post(miss('undisturbed'));
    expect(running.notified.filter((told) => told.kind === 'show')).toEqual([]);
    expect(await open(running)).toEqual([['unwanted', 'undisturbed']]);
  });
});

describe('a follow-up settles itself', () => {
  test('when I call back and am answered, and not before', async () => {
    const { running, atUs } = await missedCall();
    await running.post(callOut({ ref: 'tried', atUs: atUs + minute, ended: 30, cause: 'NO_ANSWER' }));
    expect(await open(running)).toEqual([['missed']]);
    await running.post(callOut({ ref: 'back', atUs: atUs + 2 * minute, answered: 8 }));
    expect(await open(running)).toEqual([]);
    expect(await stateOf(running, 'missed')).toBe('settled');
    expect(await settlementOf(running)).toEqual({ kind: 'me', atUs: atUs + 2 * minute + 8 * second, ref: 'back' });
  });

  test('when they call again and I answer', async () => {
    const { running, atUs } = await missedCall();
    await running.post(callIn({ ref: 'later', atUs: atUs + minute, answered: 4, ended: 50 }));
    expect(await settlementOf(running)).toMatchObject({ kind: 'me', ref: 'later' });
  });

  test('when they reach a colleague, in a call that is none of mine and soon forgotten', async () => {
    const { clock, running, atUs } = await missedCall();
    await running.post(callIn({ ref: 'theirs', atUs: atUs + minute, extension: '1003', answered: 5, ended: 60 }));
    const settled = { kind: 'colleague', atUs: atUs + minute + 5 * second, extension: '1003' };
    expect(await settlementOf(running)).toEqual(settled);
    clock.advance(3_600_000);
    expect(await running.ask('calls.get', 'theirs')).toBeNull();
    expect(await settlementOf(running)).toEqual(settled);
    await running.ask('log.rebuild');
    expect(await settlementOf(running)).toEqual(settled);
  });

  test('when a colleague calls them and they answer', async () => {
    const { running, atUs } = await missedCall();
    await running.post(callOut({ ref: 'theirs', atUs: atUs + minute, extension: '1003', answered: 5 }));
    expect(await settlementOf(running)).toMatchObject({ kind: 'colleague', extension: '1003' });
  });

  test('also when the colleague is heard of before my own missed call is', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const atUs = clock.nowUs() - minute;
    await running.post(callIn({ ref: 'theirs', atUs: atUs + 20 * second, extension: '1003', answered: 5 }));
    await running.post(callIn({ ref: 'missed', atUs, ended: 15, cause: 'NO_ANSWER' }));
    expect(await settlementOf(running)).toMatchObject({ kind: 'colleague', extension: '1003' });
  });

  test.for([
    ['spoke with us before', { atUs: -5 * minute, answered: 3 }],
    ['is somebody else', { atUs: minute, answered: 3, number: '+35799000001' }],
    ['reached nobody', { atUs: minute, ended: 12, cause: 'NO_ANSWER' }],
  ] as const)('but not by a caller who %s', async ([, { atUs: laterUs, ...story }]) => {
    const { running, atUs } = await missedCall();
    await running.post(callIn({ ref: 'theirs', extension: '1003', ...story, atUs: atUs + laterUs }));
    expect(await stateOf(running, 'missed')).toBe('open');
  });

  test('and withheld callers settle nobody, each being anybody', async () => {
    const { running, atUs } = await missedCall({ number: 'anonymous' });
    await running.post(
      callIn({ ref: 'second', atUs: atUs + minute, number: 'Restricted', ended: 9, cause: 'NO_ANSWER' }),
    );
    await running.post(callIn({ ref: 'third', atUs: atUs + 2 * minute, number: '', answered: 3, ended: 9 }));
    expect(await open(running)).toEqual([['missed'], ['second']]);
  });

  test('and opens again when it turns out that only my own phone had been answered', async () => {
    const { running, atUs } = await missedCall();
    const back = { ref: 'back', atUs: atUs + minute };
    await running.post(callOut({ ...back, answered: 2, fields: { channel_uuid: 'back' } }));
    expect(await stateOf(running, 'missed')).toBe('settled');
    await running.post(callOut({ ...back, ended: 30, cause: 'NO_ANSWER' }));
    expect(await stateOf(running, 'missed')).toBe('open');
  });
});

describe('a follow-up by hand', () => {
  test('is settled with a reason, and opened again as it was', async () => {
    const { clock, running } = await missedCall();
    await running.ask('followUps.settle', { refs: ['missed'], reason: 'wrote an e-mail' });
    expect(await open(running)).toEqual([]);
    expect(await settlementOf(running)).toEqual({ kind: 'by-hand', atUs: clock.nowUs(), reason: 'wrote an e-mail' });
    await running.ask('log.rebuild');
    expect(await stateOf(running, 'missed')).toBe('settled');
    await running.ask('followUps.reopen', { refs: ['missed'] });
    expect(await open(running)).toEqual([['missed']]);
    expect(await settlementOf(running)).toBeNull();
  });

  test('stays settled by the call back when taken back', async () => {
    const { running, atUs } = await missedCall();
    await running.ask('followUps.settle', { refs: ['missed'], reason: null });
    await running.post(callOut({ ref: 'back', atUs: atUs + minute, answered: 8 }));
    await running.ask('followUps.reopen', { refs: ['missed'] });
    expect(await settlementOf(running)).toMatchObject({ kind: 'me', ref: 'back' });
  });

  test('is for calls that are known; a missed call that comes afterwards is another', async () => {
    const { running, atUs } = await missedCall();
    await running.ask('followUps.settle', { refs: ['missed', 'unknown'], reason: null });
    await running.post(callIn({ ref: 'again', atUs: atUs + 5 * minute, ended: 9, cause: 'NO_ANSWER' }));
    expect(await open(running)).toEqual([['again']]);
  });
});

describe('a call to a group', () => {
  /** Rang 1002 and 1003 at once; `answered` by 1003, or by nobody. */
  async function groupCall(groupFollowUps: 'never' | 'unanswered' | 'always', isAnswered: boolean) {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.ask('settings.change', { groupFollowUps });
    const atUs = clock.nowUs() - 20 * second;
    const call = { ref: 'group', atUs };
    await running.post(callIn({ ...call, ended: 10, cause: isAnswered ? 'LOSE_RACE' : 'NO_ANSWER' }));
    await running.post(
      callIn({
        ...call,
        extension: '1003',
        ended: 10,
        cause: 'NO_ANSWER',
        ...(isAnswered && { answered: 9, ended: 15 }),
      }),
    );
    return { running, atUs };
  }

  test.for([
    ['never', false, 'none'],
    ['never', true, 'none'],
    ['unanswered', false, 'open'],
    ['unanswered', true, 'none'],
    ['always', false, 'open'],
    ['always', true, 'open'],
  ] as const)('counts "%s": answered %s, follow-up %s', async ([setting, isAnswered, followUp]) => {
    const { running } = await groupCall(setting, isAnswered);
    expect(await stateOf(running, 'group')).toBe(followUp);
    expect(await open(running)).toEqual(followUp === 'open' ? [['group']] : []);
    expect(await running.ask('followUps.count')).toBe(followUp === 'open' ? 1 : 0);
  });

  test('counts otherwise at once when the setting is changed', async () => {
    const { running } = await groupCall('always', true);
    await running.ask('settings.change', { groupFollowUps: 'unanswered' });
    expect(await open(running)).toEqual([]);
    await running.ask('settings.change', { groupFollowUps: 'always' });
    expect(await open(running)).toEqual([['group']]);
  });

  test('that asks for a call back though a colleague took it is settled by the next talk alone', async () => {
    const { running, atUs } = await groupCall('always', true);
    await running.post(callOut({ ref: 'back', atUs: atUs + minute, answered: 2 }));
    expect(await settlementOf(running, 'group')).toMatchObject({ kind: 'me', ref: 'back' });
  });
});

describe('while a hunt group goes on ringing others', () => {
  async function huntedCall() {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const atUs = clock.nowUs() - 15 * second;
    await running.post(line({ ref: 'hunt', atUs }));
    await running.post(callIn({ ref: 'hunt', atUs, ended: 15, cause: 'ALLOTTED_TIMEOUT' }));
    const told = () => running.notified.filter((one) => one.kind === 'show').length;
    return { clock, running, atUs, told };
  }

  test('the missed call is not told of, and asks for nobody to be called back', async () => {
    const { clock, running, told } = await huntedCall();
    clock.advance(55_000);
    expect(told()).toBe(0);
    expect(await open(running)).toEqual([]);
    expect((await running.ask('calls.get', 'hunt'))?.call).toMatchObject({ outcome: 'missed', followUp: 'none' });
  });

  test('it is told of when the whole call is over', async () => {
    const { running, atUs, told } = await huntedCall();
    await running.post(line({ ref: 'hunt', atUs, ended: 40, cause: 'ORIGINATOR_CANCEL' }));
    expect(told()).toBe(1);
    expect(await open(running)).toEqual([['hunt']]);
  });

  test('it is told of after a minute, should the end never come', async () => {
    const { clock, running, told } = await huntedCall();
    clock.advance(65_000);
    expect(told()).toBe(1);
    expect(await open(running)).toEqual([['hunt']]);
  });

  test('it is never told of when the next phone takes it', async () => {
    const { clock, running, atUs, told } = await huntedCall();
    await running.post(callIn({ ref: 'hunt', atUs: atUs + 16 * second, extension: '1003', answered: 5 }));
    clock.advance(300_000);
    expect(told()).toBe(0);
    expect(await open(running)).toEqual([]);
  });
});
