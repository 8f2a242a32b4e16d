import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { type Running, startApp } from '../support/startApp.ts';
import { ringEvent } from '../support/wire.ts';

const rejected = (running: Running) => running.ask('rejected.list');

/** A body that an older Ringside has refused, which this one understands. */
async function refusedBefore(body: string): Promise<Running> {
  const first = await startApp({ extensions: ['1002'] });
  await first.post('no event');
  await first.app.stop();
  const db = new Database(join(first.dataDir, 'ringside.db'));
  db.prepare('UPDATE rejected SET body = ?').run(Buffer.from(body));
  db.close();
  return startApp({ dataDir: first.dataDir, extensions: ['1002'] });
}

describe('a refused body that is read again', () => {
  test('is a call like any other, and no longer among the refused ones', async () => {
    const running = await refusedBefore(JSON.stringify(ringEvent(Date.now() * 1000)));
    const [one] = await rejected(running);
    expect(await running.ask('rejected.retry', one?.id ?? 0)).toEqual({ kind: 'stored', reason: null });
    expect(await rejected(running)).toEqual([]);
    expect(await running.ask('calls.live')).toHaveLength(1);
  });

  test('that came again meanwhile is a duplicate, and no longer among the refused ones', async () => {
    const body = JSON.stringify(ringEvent(Date.now() * 1000));
    const running = await refusedBefore(body);
    await running.post(body);
    const [one] = await rejected(running);
    expect(await running.ask('rejected.retry', one?.id ?? 0)).toEqual({ kind: 'duplicate', reason: null });
    expect(await rejected(running)).toEqual([]);
  });

  test('and is still no event stays where it is, once', async () => {
    const running = await startApp();
    await running.post('no event');
    const before = await rejected(running);
    expect(await running.ask('rejected.retry', before[0]?.id ?? 0)).toMatchObject({ kind: 'refused' });
    expect(await rejected(running)).toEqual(before);
  });

  test('and is not there any more is refused with words', async () => {
    const running = await startApp();
    await expect(running.ask('rejected.retry', 7)).rejects.toThrow(/not there any more/);
  });
});

describe('refused bodies in a file', () => {
  test('are lines of JSON, the newest first', async () => {
    const running = await startApp();
    await running.post('one\nline');
    await running.post('two');
    const { fileName, text } = await running.ask('rejected.export');
    expect(fileName).toMatch(/^ringside-rejected-\d{4}-\d\d-\d\d\.ndjson$/);
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ body: 'two' }, { body: 'one\nline' }]);
  });

  test('are not written while numbers are hidden', async () => {
    const running = await startApp();
    await running.ask('settings.change', { masked: true });
    await expect(running.ask('rejected.export')).rejects.toThrow(/hidden/);
  });
});
