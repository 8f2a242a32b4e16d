import { describe, expect, test } from 'vitest';

import { fakeClock } from '../support/fakeClock.ts';
import { startApp } from '../support/startApp.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { answerEvent, documented, hangupEvent, ringEvent } from '../support/wire.ts';

const second = 1_000_000;
const json = JSON.stringify;

describe('the documented samples', () => {
  test('are one answered call of four seconds, although one of the five is not JSON', async () => {
    const running = await startApp({ extensions: ['1002'] });
    for (const body of Object.values(documented)) {
      expect(await running.post(body)).toEqual({ status: 200, answer: { result: 'stored' } });
    }
    const { calls } = await running.ask('calls.page', { after: null, limit: 10 });
    expect(calls).toMatchObject([
      { direction: 'out', outcome: 'answered', extension: '1002', party: { display: '+357 99 123456', country: 'CY' } },
    ]);
    expect(Math.round((calls[0]?.talkUs ?? 0) / second)).toBe(4);
  });

  test('sent again are duplicates and change nothing', async () => {
    const running = await startApp({ extensions: ['1002'] });
    for (const body of Object.values(documented)) await running.post(body);
    const before = await running.ask('calls.page', { after: null, limit: 10 });
    for (const body of Object.values(documented)) {
      expect((await running.post(body)).answer).toEqual({ result: 'duplicate' });
    }
    expect(await running.ask('calls.page', { after: null, limit: 10 })).toEqual(before);
  });

  test('make the same row in all 120 orders, and each twice', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const orders = permutations(Object.values(documented));
    expect(orders).toHaveLength(120);
    await Promise.all(
      orders.map(async (order, index) => {
        for (const body of order) {
          const own = body.replaceAll('460a36b6', String(index).padStart(8, '0'));
          expect((await running.post(own)).status).toBe(200);
          expect((await running.post(own)).answer).toEqual({ result: 'duplicate' });
        }
      }),
    );
    const { calls } = await running.ask('calls.page', { after: null, limit: 200 });
    expect(calls).toHaveLength(120);
    const rows = calls.map(({ ref: _ref, recording: _recording, ...row }) => json(row));
    expect(new Set(rows).size).toBe(1);
  });

  test('the failed one alone is a wrong number with its reason', async () => {
    const running = await startApp({ extensions: ['1002'] });
    await running.post(documented.failed.replaceAll('460a36b6', '99999999'));
    const { calls } = await running.ask('calls.page', { after: null, limit: 10 });
    expect(calls).toMatchObject([
      { direction: 'out', outcome: 'wrong-number', reason: 'no-route', failedReason: 'NO_ROUTE' },
    ]);
  });
});

describe('an incoming ring', () => {
  test('for me among 500 events of other extensions is one card, one notification and one row', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const at = clock.nowUs();
    const others = Array.from({ length: 500 }, (_, n) =>
      json(ringEvent(at, { ref: `other-${n}`, channel_uuid: `leg-${n}`, dialed_user: String(2000 + (n % 50)) })),
    );
    await Promise.all([...others, json(ringEvent(at))].map((body) => running.post(body)));
    expect(await running.ask('pops.list')).toMatchObject([{ state: 'ringing', call: { ref: 'call-1' } }]);
    expect(running.notified).toMatchObject([{ kind: 'show', pop: { call: { ref: 'call-1' } } }]);
    expect(await running.ask('calls.live')).toMatchObject([{ ref: 'call-1', reason: 'ringing' }]);
  });

  test('takes its card and its notification away when a colleague answers, and says who it was', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const at = clock.nowUs();
    await running.post(json(ringEvent(at)));
    await running.post(json(answerEvent(at, 3 * second, { channel_uuid: 'leg-2', dialed_user: '1003' })));
    expect(await running.ask('pops.list')).toMatchObject([{ state: 'ended', call: { answeredBy: '1003' } }]);
    clock.advance(3000);
    expect(await running.ask('pops.list')).toEqual([]);
    expect(running.notified.at(-1)).toEqual({ kind: 'close', ref: 'call-1' });
    const detail = await running.ask('calls.get', 'call-1');
    expect(detail?.call).toMatchObject({ outcome: 'answered-elsewhere', answeredBy: '1003' });
  });

  test('becomes a card of the call going on when I answer, and goes when it ends', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const at = clock.nowUs();
    await running.post(json(ringEvent(at)));
    await running.post(json(answerEvent(at, 3 * second)));
    expect(await running.ask('pops.list')).toMatchObject([{ state: 'answered' }]);
    await running.post(json(hangupEvent(at, 9 * second, 'NORMAL_CLEARING', { answer_start_uepoch: at + 3 * second })));
    expect(await running.ask('pops.list')).toMatchObject([{ state: 'ended', call: { outcome: 'answered' } }]);
    clock.advance(10_000);
    expect(await running.ask('pops.list')).toEqual([]);
    const detail = await running.ask('calls.get', 'call-1');
    expect(detail?.call).toMatchObject({ outcome: 'answered', ringUs: 3 * second, talkUs: 6 * second });
  });

  test('is logged but not shown when it is older than 30 s', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.post(json(ringEvent(clock.nowUs() - 31 * second)));
    expect(await running.ask('pops.list')).toEqual([]);
    expect(running.notified).toEqual([]);
    expect(await running.ask('calls.live')).toHaveLength(1);
  });

  test('is shown when it seems old only because our clock or that of the PBX is wrong', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const pbxUs = () => clock.nowUs() - 3600 * second;
    for (let n = 0; n < 12; n += 1) {
      await running.post(json(ringEvent(pbxUs(), { ref: `theirs-${n}`, channel_uuid: `t${n}`, dialed_user: '1003' })));
      clock.advance(1000);
    }
    await running.post(json(ringEvent(pbxUs())));
    expect(await running.ask('pops.list')).toMatchObject([{ state: 'ringing' }]);
  });

  test('is shown again by a core that was started anew while the phone still rang', async () => {
    const clock = fakeClock();
    const dataDir = tempFolder();
    const first = await startApp({ extensions: ['1002'], clock, dataDir });
    await first.post(json(ringEvent(clock.nowUs())));
    await first.app.stop();
    const again = await startApp({ extensions: ['1002'], clock, dataDir });
    expect(await again.ask('pops.list')).toMatchObject([{ state: 'ringing', call: { ref: 'call-1' } }]);
    expect(again.notified).toHaveLength(1);
  });

  test('that comes after its own hang-up shows nothing', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.post(json(hangupEvent(clock.nowUs(), second, 'ORIGINATOR_CANCEL')));
    await running.post(json(ringEvent(clock.nowUs())));
    const shown = running.notified.flatMap((told) => (told.kind === 'show' ? [told.pop.state] : []));
    expect(shown).toEqual(['missed']);
    expect(await running.ask('calls.live')).toEqual([]);
  });

  test('whose end never comes is unfinished after two minutes, and whole again when it does', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const at = clock.nowUs();
    await running.post(json(ringEvent(at)));
    clock.advance(130_000);
    expect((await running.ask('calls.get', 'call-1'))?.call.outcome).toBe('unfinished');
    expect((await running.ask('pops.list')).map(({ state }) => state)).toEqual(['missed']);
    await running.post(json(hangupEvent(at, 20 * second, 'ORIGINATOR_CANCEL')));
    expect((await running.ask('calls.get', 'call-1'))?.call).toMatchObject({
      outcome: 'missed',
      reason: 'caller-hung-up',
      ringUs: 20 * second,
    });
  });

  test('whose end came while the machine slept takes its card away as soon as that wakes', async () => {
    const clock = fakeClock();
    let sleptUs = 0;
    const sleepy = { ...clock, nowUs: () => clock.nowUs() + sleptUs };
    const running = await startApp({ clock: sleepy, extensions: ['1002'] });
    await running.post(JSON.stringify(ringEvent(clock.nowUs())));
    expect(await running.ask('pops.list')).toHaveLength(1);
    // No timer runs while a machine sleeps, and the next one is seconds away when it wakes.
    sleptUs = 3_600_000_000;
    running.app.wake();
    expect(await running.ask('pops.list')).toEqual([]);
    expect((await running.ask('calls.page', { after: null, limit: 1 })).calls[0]).toMatchObject({
      outcome: 'unfinished',
    });
  });
});

describe('settings', () => {
  test('an extension that becomes known claims the calls of the last minutes', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    await running.post(json(ringEvent(clock.nowUs())));
    expect(await running.ask('calls.live')).toEqual([]);
    await running.ask('settings.change', { extensions: ['1002'] });
    expect(await running.ask('calls.live')).toHaveLength(1);
    expect(running.notified).toHaveLength(1);
  });

  test('an extension that becomes known claims calls that are over as well, as long as nobody was known before', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    await running.post(json(hangupEvent(clock.nowUs(), second, 'NO_ANSWER')));
    clock.advance(300_000);
    await running.ask('settings.change', { extensions: ['1002'] });
    expect((await running.ask('calls.page', { after: null, limit: 10 })).calls).toMatchObject([{ outcome: 'missed' }]);
  });

  test('a change of extension keeps the calls of the former one, also through a rebuild', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    await running.ask('settings.change', { extensions: ['1002'] });
    await running.post(json(hangupEvent(clock.nowUs(), second, 'NO_ANSWER')));
    await running.ask('settings.change', { extensions: ['1007'] });
    expect(await running.ask('log.rebuild')).toMatchObject({ calls: 1 });
    clock.advance(3_600_000);
    expect((await running.ask('calls.page', { after: null, limit: 10 })).calls).toMatchObject([{ outcome: 'missed' }]);
  });

  test('survive a restart, and a start option holds for its run alone', async () => {
    const dataDir = tempFolder();
    const first = await startApp({ dataDir });
    await first.ask('settings.change', { extensions: ['1002', '1003'], theme: 'dark' });
    await first.app.stop();
    const other = await startApp({ dataDir, extensions: ['1009'] });
    expect((await other.settings()).extensions).toEqual(['1009']);
    await expect(other.ask('settings.change', { extensions: ['1'] })).rejects.toThrow(/start option/);
    await other.app.stop();
    const third = await startApp({ dataDir });
    expect(await third.settings()).toMatchObject({ extensions: ['1002', '1003'], theme: 'dark' });
  });

  test('that make no sense are refused, naming the field, and change nothing', async () => {
    const running = await startApp();
    await expect(running.ask('settings.change', { extensions: ['not an extension!'] })).rejects.toThrow(
      /extensions\.0: expected an extension/,
    );
    expect((await running.settings()).extensions).toEqual([]);
  });

  test('only events of my domain count once a domain is set', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], domain: 'other.example', clock });
    expect((await running.post(json(ringEvent(clock.nowUs())))).answer).toEqual({
      result: 'ignored',
      reason: 'The event is of another domain.',
    });
    expect(await running.ask('calls.live')).toEqual([]);
  });
});

test('a request nobody knows, or with an argument that makes no sense, is answered with what is wrong', async () => {
  const { app } = await startApp();
  expect(await app.request('calls.steal', null)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  expect(await app.request('calls.page', { after: null, limit: 'many' })).toMatchObject({
    ok: false,
    error: { code: 'bad-request', message: expect.stringContaining('limit') as unknown },
  });
});

test('pages follow each other without gap or repetition, newest first', async () => {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  const at = clock.nowUs();
  await Promise.all(
    Array.from({ length: 25 }, (_, n) =>
      // Every five calls share their start, so that the cursor has to tell them apart by ref.
      running.post(
        json(
          hangupEvent(at + Math.floor(n / 5) * second, second, 'NO_ANSWER', { ref: `c${n}`, channel_uuid: `l${n}` }),
        ),
      ),
    ),
  );
  const refs: string[] = [];
  let after = null;
  do {
    const page: Awaited<ReturnType<typeof running.ask<'calls.page'>>> = await running.ask('calls.page', {
      after,
      limit: 7,
    });
    refs.push(...page.calls.map((call) => call.ref));
    after = page.next;
  } while (after !== null);
  expect(new Set(refs).size).toBe(25);
  expect(refs).toHaveLength(25);
  const started = await Promise.all(
    refs.map(async (ref) => (await running.ask('calls.get', ref))?.call.startedAtUs ?? 0),
  );
  expect(started).toEqual(started.toSorted((a, b) => b - a));
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
