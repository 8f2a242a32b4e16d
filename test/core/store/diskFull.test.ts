import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { writeAtomically } from '../../../electron/core/settings/atomicFile.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { startApp } from '../../support/startApp.ts';
import { type TinyDisk, mountTinyDisk } from '../../support/tinyDisk.ts';
import { ringEvent } from '../../support/wire.ts';

const json = JSON.stringify;
const tickMs = 5000;

describe('a disk that is full', () => {
  test('is told to the PBX with 503, keeps what was acknowledged readable, and recovers by itself', async ({
    skip,
  }) => {
    const disk = tinyDisk(skip);
    const clock = fakeClock();
    const running = await startApp({ dataDir: disk.path, extensions: ['1002'], clock });
    const kept: string[] = [];
    const post = async (ref: string) => {
      const body = json(ringEvent(clock.nowUs(), { ref, padding: 'x'.repeat(4000) }));
      const response = await fetch(running.webhook(), { method: 'POST', body });
      if (response.status === 200) kept.push(ref);
      return response;
    };
    await post('before');
    disk.fill();
    let last = await post('call-0');
    for (let n = 1; last.status === 200; n += 1) last = await post(`call-${n}`);

    expect(last.status).toBe(503);
    expect(last.headers.get('retry-after')).toBe('5');
    const { store } = await running.ask('status.get');
    expect(store).toMatchObject({ kind: 'not-writable', path: join(disk.path, 'ringside.db') });
    expect(running.said.filter((words) => words.startsWith('Calls cannot be kept: '))).toHaveLength(1);
    expect((await running.ask('calls.live')).map(({ ref }) => ref).sort()).toEqual(kept.toSorted());
    expect((await running.ask('calls.get', 'before'))?.events).toHaveLength(1);
    await expect(running.ask('settings.change', { theme: 'dark' })).rejects.toThrow(/could not be saved/);
    expect((await running.settings()).theme).toBe('system');

    clock.advance(3 * tickMs);
    expect((await running.ask('status.get')).store.kind).toBe('not-writable');
    expect((await post('still full')).status).toBe(503);
    expect(running.said.filter((words) => words.startsWith('Calls cannot be kept: '))).toHaveLength(1);

    disk.free();
    clock.advance(tickMs);
    expect((await running.ask('status.get')).store).toEqual({ kind: 'open' });
    expect((await post('after')).status).toBe(200);
    expect((await running.ask('calls.live')).map(({ ref }) => ref).sort()).toEqual(kept.toSorted());
    await running.ask('settings.change', { theme: 'dark' });
  });

  test('between an event and the tidying after it is no reason to stop', async ({ skip }) => {
    const disk = tinyDisk(skip);
    const clock = fakeClock();
    const running = await startApp({ dataDir: disk.path, extensions: ['1002'], clock });
    const post = (ref: string) => running.post(json(ringEvent(clock.nowUs(), { ref })));
    await post('before');
    disk.fill();
    clock.advance(3 * tickMs);
    expect((await running.ask('calls.live')).map(({ ref }) => ref)).toEqual(['before']);
    disk.free();
    clock.advance(tickMs);
    expect((await post('after')).status).toBe(200);
  });

  test('takes events again as soon as there is room, also before it is looked at', async ({ skip }) => {
    const disk = tinyDisk(skip);
    const running = await startApp({ dataDir: disk.path, extensions: ['1002'], clock: fakeClock() });
    const post = (ref: string) => running.post(json(ringEvent(1_800_000_000_000_000, { ref, pad: 'x'.repeat(4000) })));
    disk.fill();
    let n = 0;
    while ((await post(`call-${n}`)).status === 200) n += 1;
    disk.free();
    expect((await post(`call-${n}`)).status).toBe(200);
    expect((await running.ask('status.get')).store).toEqual({ kind: 'open' });
  });

  test('when Ringside starts is a state, not a crash, for a folder that was in use and for a new one', async ({
    skip,
  }) => {
    const disk = tinyDisk(skip);
    const clock = fakeClock();
    const dataDir = join(disk.path, 'data');
    const before = await startApp({ dataDir, extensions: ['1002'], clock });
    await before.post(json(ringEvent(clock.nowUs())));
    await before.app.stop();
    disk.fill();

    const used = await startApp({ dataDir, extensions: ['1002'], clock });
    const fresh = await startApp({ dataDir: join(disk.path, 'fresh'), extensions: ['1002'], clock });
    for (const running of [used, fresh]) {
      expect((await running.ask('status.get')).store).toMatchObject({ kind: 'not-writable' });
      expect(running.said.join()).toMatch(/Calls cannot be kept: /);
    }
    disk.free();
    clock.advance(tickMs);
    for (const running of [used, fresh]) {
      await expect.poll(async () => (await running.ask('status.get')).listener.kind).toBe('listening');
      clock.advance(tickMs);
      expect((await running.ask('status.get')).store).toEqual({ kind: 'open' });
    }
    expect((await used.ask('calls.live')).map(({ ref }) => ref)).toEqual(['call-1']);
    expect((await fresh.post(json(ringEvent(clock.nowUs())))).status).toBe(200);
  });

  test('never leaves half a file where a whole one stood', ({ skip }) => {
    const disk = tinyDisk(skip);
    const path = join(disk.path, 'settings.json');
    writeFileSync(path, 'the old one');
    disk.fill(4096);
    expect(() => writeAtomically(path, 'the new one '.repeat(1000))).toThrow(
      expect.objectContaining({ code: 'ENOSPC' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('the old one');
  });
});

function tinyDisk(skip: (reason: string) => never): TinyDisk {
  const mounted = mountTinyDisk(2048);
  return mounted.kind === 'mounted' ? mounted.disk : skip(`No tiny disk to be had: ${mounted.reason}.`);
}
