import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { fakeClock } from '../../support/fakeClock.ts';
import { freePort, takePort } from '../../support/port.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { mountTinyDisk } from '../../support/tinyDisk.ts';
import { ringEvent } from '../../support/wire.ts';

/** A way to a port of this machine that can be shut without anybody being told. */
async function doorTo(port: number): Promise<{ url: string; shut: () => void }> {
  let isShut = false;
  const server = createServer((from) => {
    if (isShut) return void from.destroy();
    const to = connect(port, '127.0.0.1');
    for (const socket of [from, to]) socket.on('error', () => {});
    return void from.pipe(to).pipe(from);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut: () => {
      isShut = true;
    },
  };
}

const minuteMs = 60_000;
const minuteUs = 60_000_000;

describe('a gap', () => {
  test('is none at the very first start', async () => {
    const running = await startApp();
    expect(await running.ask('reach.gaps')).toEqual([]);
  });

  test('lies between an ordinary end and the next start', async () => {
    const clock = fakeClock();
    const first = await startApp({ clock });
    clock.advance(10 * minuteMs);
    await first.app.stop();
    const stoppedUs = clock.nowUs();
    clock.jump(7 * minuteMs);
    const second = await startApp({ dataDir: first.dataDir, clock });
    expect(await second.ask('reach.gaps')).toEqual([
      { fromUs: stoppedUs, toUs: stoppedUs + 7 * minuteUs, cause: 'not-running' },
    ]);
  });

  test('begins with the last sign of life where Ringside was killed', async () => {
    const dataDir = tempFolder();
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'support', 'killable.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killedUs = Date.now() * 1000;
    const running = await startApp({ dataDir });
    const [gap] = await running.ask('reach.gaps');
    expect(gap?.cause).toBe('not-running');
    // Its heart beats every thirty seconds, and did at its start.
    expect(killedUs - (gap?.fromUs ?? 0)).toBeLessThan(30_000_000);
    expect(gap?.toUs).toBeGreaterThan(killedUs);
  });

  test('lasts while another program holds the port, and ends when it is free', async () => {
    const clock = fakeClock();
    const port = await freePort();
    const first = await startApp({ port, clock });
    await first.app.stop();
    const stoppedUs = clock.nowUs();
    const quit = await takePort(port);
    const second = await startApp({ dataDir: first.dataDir, port, clock });
    clock.advance(3 * minuteMs);
    expect(await second.ask('reach.gaps')).toMatchObject([{ fromUs: stoppedUs, toUs: null }]);
    await quit();
    clock.advance(5000);
    await expect.poll(async () => (await second.ask('reach.gaps'))[0]?.toUs).toBeTypeOf('number');
    const [gap] = await second.ask('reach.gaps');
    expect(Math.abs((gap?.toUs ?? 0) - stoppedUs - 3 * minuteUs)).toBeLessThanOrEqual(5_000_000);
  });

  test('is told of no machine that sleeps while no way from the internet is chosen', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    running.app.sleep();
    clock.jump(minuteMs);
    running.app.wake();
    expect(await running.ask('reach.gaps')).toEqual([]);
  });

  test('is the sleep of a machine, said by the system or noticed afterwards', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    const { reach } = await running.settings();
    const url = `http://127.0.0.1:${new URL(running.webhook()).port}`;
    await running.ask('settings.change', { reach: { ...reach, kind: 'own-url', ownUrl: { url } } });
    await expect.poll(async () => (await running.ask('reach.get')).state.kind).toBe('up');
    clock.advance(1000);
    const asleepUs = clock.nowUs();
    running.app.sleep();
    clock.jump(60 * minuteMs);
    running.app.wake();
    await expect.poll(async () => (await running.ask('reach.get')).state.kind).toBe('up');
    expect(await running.ask('reach.gaps')).toEqual([
      { fromUs: asleepUs, toUs: asleepUs + 60 * minuteUs, cause: 'asleep' },
    ]);

    clock.advance(10_000);
    const noticedUs = clock.nowUs();
    clock.jump(30 * minuteMs);
    clock.advance(2000);
    await expect.poll(async () => (await running.ask('reach.gaps')).length).toBe(2);
    await expect.poll(async () => (await running.ask('reach.get')).state.kind).toBe('up');
    const [newest] = await running.ask('reach.gaps');
    expect(newest?.cause).toBe('asleep');
    expect(Math.abs((newest?.fromUs ?? 0) - noticedUs)).toBeLessThan(3_000_000);
  });

  test('begins with the last success where nothing but a probe tells of it', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    const { reach } = await running.settings();
    const door = await doorTo(Number(new URL(running.webhook()).port));
    await running.ask('settings.change', { reach: { ...reach, kind: 'own-url', ownUrl: { url: door.url } } });
    await expect.poll(async () => (await running.ask('reach.get')).state.kind).toBe('up');
    const { lastSuccessUs } = await running.ask('reach.get');
    door.shut();
    // The next probe is due after a minute.
    clock.advance(minuteMs);
    await expect.poll(async () => (await running.ask('reach.get')).state.kind).toBe('degraded');
    const [gap] = await running.ask('reach.gaps');
    expect(gap).toMatchObject({ toUs: null, cause: 'not-reachable' });
    // No two gaps begin in the same microsecond, and this clock has stood still since the first.
    expect((gap?.fromUs ?? 0) - (lastSuccessUs ?? 0)).toBeLessThanOrEqual(1);
  });

  test('lasts while the disk is full, and is written down when there is room again', async ({ skip }) => {
    const mounted = mountTinyDisk(2048);
    if (mounted.kind === 'refused') return skip(mounted.reason);
    const { disk } = mounted;
    const clock = fakeClock();
    const running = await startApp({ dataDir: disk.path, extensions: ['1002'], clock });
    const post = async (ref: string) =>
      (await running.post(JSON.stringify(ringEvent(clock.nowUs(), { ref, padding: 'x'.repeat(4000) })))).status;
    clock.advance(1000);
    disk.fill();
    for (let n = 0; (await post(`call-${n}`)) === 200;) n += 1;
    const fullUs = clock.nowUs();
    await expect.poll(() => running.ask('reach.gaps')).toEqual([{ fromUs: fullUs, toUs: null, cause: 'not-writable' }]);
    clock.advance(minuteMs);
    disk.free();
    clock.advance(5000);
    const freeUs = clock.nowUs();
    const gap = { fromUs: fullUs, toUs: freeUs, cause: 'not-writable' };
    await expect.poll(() => running.ask('reach.gaps')).toEqual([gap]);
    await running.app.stop();
    const again = await startApp({ dataDir: disk.path, clock });
    expect(await again.ask('reach.gaps')).toContainEqual(gap);
  });

  test('of more than 90 days ago is forgotten', async () => {
    const clock = fakeClock();
    const first = await startApp({ clock });
    await first.app.stop();
    clock.jump(minuteMs);
    const second = await startApp({ dataDir: first.dataDir, clock });
    expect(await second.ask('reach.gaps')).toHaveLength(1);
    clock.jump(91 * 24 * 60 * minuteMs);
    clock.advance(5000);
    await expect.poll(async () => (await second.ask('reach.gaps')).length).toBe(0);
  });
});
