import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { type Committed, openInbox } from '../../../electron/core/ingest/inbox.ts';
import type { Log } from '../../../electron/core/ports.ts';
import { keepStore } from '../../../electron/core/store/keeper.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { answerEvent, hangupEvent, ringEvent } from '../../support/wire.ts';

const second = 1_000_000;

function openTestInbox() {
  const path = join(tempFolder(), 'ringside.db');
  const clock = fakeClock();
  const logged: string[] = [];
  const note = (message: string, fields?: object) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { info() {}, warn: note, error: note };
  const keeper = keepStore({ path, clock, log, me: () => [], changed() {}, salvaged() {}, notice() {} });
  onTestFinished(() => keeper.close());
  const batches: Committed[] = [];
  const inbox = openInbox({
    keeper,
    clock,
    log,
    me: () => [{ extension: '1002', domain: null }],
    domain: () => null,
    isForwarding: () => false,
    committed: (batch) => void batches.push(batch),
  });
  return {
    path,
    clock,
    keeper,
    batches,
    logged,
    deliver: (body: object | string) =>
      inbox.deliver(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))),
  };
}

describe('everything that arrives in one turn of the loop', () => {
  test('is one transaction', async () => {
    const { clock, batches, deliver } = openTestInbox();
    const at = clock.nowUs();
    const receipts = await Promise.all([
      ...Array.from({ length: 50 }, (_, n) => deliver(ringEvent(at, { ref: `call-${n}` }))),
      deliver(ringEvent(at, { ref: 'call-0' })),
      deliver('nonsense'),
    ]);
    expect(receipts.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 50 }, () => 'stored'),
      'duplicate',
      'refused',
    ]);
    expect(batches).toMatchObject([{ stored: 50, rejected: 1 }]);
    expect(batches[0]?.changes).toHaveLength(50);
    await setImmediate();
    expect(batches).toHaveLength(1);
  });

  test('is a transaction apart from what arrives later', async () => {
    const { clock, batches, deliver } = openTestInbox();
    await deliver(ringEvent(clock.nowUs(), { ref: 'one' }));
    await deliver(ringEvent(clock.nowUs(), { ref: 'two' }));
    expect(batches).toMatchObject([{ stored: 1 }, { stored: 1 }]);
  });

  test('changes a call once, from what it was to what it is', async () => {
    const { clock, batches, deliver } = openTestInbox();
    const at = clock.nowUs();
    await deliver(ringEvent(at));
    await Promise.all([
      deliver(hangupEvent(at, 9 * second, 'NORMAL_CLEARING', { answer_start_uepoch: at + 3 * second })),
      deliver(answerEvent(at, 3 * second)),
    ]);
    expect(batches.map(({ changes }) => changes)).toMatchObject([
      [{ ref: 'call-1', before: null, after: { outcome: 'in-progress' } }],
      [{ ref: 'call-1', before: { outcome: 'in-progress' }, after: { outcome: 'answered' } }],
    ]);
  });

  test('is on the disk before anybody is told', async () => {
    const { path, clock, deliver } = openTestInbox();
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        await deliver(ringEvent(clock.nowUs(), { ref: `call-${n}` }));
        const other = new Database(path, { readonly: true });
        try {
          expect(other.prepare('SELECT count(*) AS n FROM events WHERE ref = ?').get(`call-${n}`)).toEqual({ n: 1 });
        } finally {
          other.close();
        }
      }),
    );
  });
});

test('an event outlives a rule that fails on its call, and costs no other call of the batch', async () => {
  const { path, clock, keeper, batches, logged, deliver } = openTestInbox();
  const at = clock.nowUs();
  await deliver(ringEvent(at));
  const other = new Database(path);
  other.exec(`UPDATE events SET event = '{"action"'`);
  other.close();

  const receipts = await Promise.all([deliver(answerEvent(at, second)), deliver(ringEvent(at, { ref: 'call-2' }))]);
  expect(receipts).toEqual([{ kind: 'stored' }, { kind: 'stored' }]);
  expect(batches.at(-1)).toMatchObject({ stored: 2, changes: [{ ref: 'call-2' }] });
  expect(logged).toEqual([expect.stringMatching(/^a call could not be worked out .*"ref":"call-1"/)]);
  expect(keeper.current()?.calls.get('call-2')).not.toBeNull();
  expect(await deliver(answerEvent(at, second))).toEqual({ kind: 'duplicate' });
});

test('an event that came when the database cannot be opened is not said to be kept', async () => {
  const path = join(tempFolder(), 'file', 'ringside.db');
  const clock = fakeClock();
  const log: Log = { info() {}, warn() {}, error() {} };
  const keeper = keepStore({ path, clock, log, me: () => [], changed() {}, salvaged() {}, notice() {} });
  const batches: Committed[] = [];
  const inbox = openInbox({
    keeper,
    clock,
    log,
    me: () => [],
    domain: () => null,
    isForwarding: () => false,
    committed: (b) => void batches.push(b),
  });
  expect(await inbox.deliver(Buffer.from(JSON.stringify(ringEvent(clock.nowUs()))))).toMatchObject({
    kind: 'unavailable',
    reason: expect.stringContaining(path) as unknown,
  });
  expect(batches).toEqual([]);
});
