import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { fakeClock } from '../../support/fakeClock.ts';
import { freePort, takePort } from '../../support/port.ts';
import { connectRaw, requestBytes } from '../../support/rawConnection.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { documented } from '../../support/wire.ts';

/** The core ticks every five seconds; what failed is tried again then. */
const tickMs = 5000;

describe('a port that another program holds', () => {
  test('is a state with words, and becomes listening by itself once it is free', async () => {
    const clock = fakeClock();
    const port = await freePort();
    const quit = await takePort(port);
    const running = await startApp({ port, clock });
    expect(await listenerOf(running)).toEqual({ kind: 'port-taken', port });
    expect(running.said).toEqual([expect.stringContaining(`Port ${port} is taken by another program.`)]);

    clock.advance(10 * tickMs);
    await expect.poll(() => listenerOf(running)).toEqual({ kind: 'port-taken', port });
    expect(running.said).toHaveLength(1);

    await quit();
    clock.advance(tickMs);
    await expect.poll(() => listenerOf(running)).toMatchObject({ kind: 'listening', port });
    expect((await running.post(documented.ring)).status).toBe(200);
  });
});

describe('a change of the port', () => {
  test('moves the listener, and the address with it', async () => {
    const running = await startAppOnFreePort();
    const before = new URL(running.webhook());
    const port = await freePort();
    await running.ask('settings.change', { port });
    await expect.poll(() => listenerOf(running)).toMatchObject({ kind: 'listening', port });
    const after = new URL(running.webhook());
    expect(after.pathname).toBe(before.pathname);
    expect(Number(after.port)).toBe(port);
    expect((await running.post(documented.ring)).status).toBe(200);
    await expect.poll(() => answers(Number(before.port), before.pathname)).toBe(false);
  });

  test('to one that is taken keeps the old one answering until the new one is free', async () => {
    const clock = fakeClock();
    const running = await startAppOnFreePort(clock);
    const { port: oldPort, pathname } = new URL(running.webhook());
    const port = await freePort();
    const quit = await takePort(port);
    await running.ask('settings.change', { port });
    await expect.poll(() => listenerOf(running)).toEqual({ kind: 'port-taken', port });
    expect(await answers(Number(oldPort), pathname)).toBe(true);

    clock.advance(tickMs);
    expect(await answers(Number(oldPort), pathname)).toBe(true);
    await quit();
    clock.advance(tickMs);
    await expect.poll(() => listenerOf(running)).toMatchObject({ kind: 'listening', port });
    expect(await answers(port, pathname)).toBe(true);
    await expect.poll(() => answers(Number(oldPort), pathname)).toBe(false);
  });

  test('to one that is taken and back again is as if nothing had been', async () => {
    const running = await startAppOnFreePort();
    const before = await listenerOf(running);
    const port = Number(new URL(running.webhook()).port);
    const taken = await freePort();
    await takePort(taken);
    await running.ask('settings.change', { port: taken });
    await expect.poll(() => listenerOf(running)).toMatchObject({ kind: 'port-taken' });
    await running.ask('settings.change', { port });
    await expect.poll(() => listenerOf(running)).toEqual(before);
    expect(announced(running)).toMatchObject({ webhook: running.webhook() });
    expect((await running.post(documented.ring)).status).toBe(200);
  });

  test('made several times in a row ends at the last one', async () => {
    const running = await startAppOnFreePort();
    const ports = [await freePort(), await freePort(), await freePort()];
    await Promise.all(ports.map((port) => running.ask('settings.change', { port })));
    await expect.poll(() => listenerOf(running)).toMatchObject({ kind: 'listening', port: ports[2] });
  });
});

describe('other programs of this machine', () => {
  test('are told where webhooks go and who I am, and what I become', async () => {
    const running = await startApp();
    expect(announced(running)).toEqual({
      pid: process.pid,
      webhook: running.webhook(),
      selfTest: expect.stringMatching(`^${new URL(running.webhook()).origin}/self-test/[\\w-]{43}$`),
      extensions: [],
      domain: null,
    });
    await running.ask('settings.change', { extensions: ['1002'], domain: 'pbx.example.com' });
    expect(announced(running)).toMatchObject({
      webhook: running.webhook(),
      extensions: ['1002'],
      domain: 'pbx.example.com',
    });
    await running.app.stop();
    expect(() => announced(running)).toThrow(/ENOENT/);
  });
});

async function startAppOnFreePort(clock = fakeClock()): Promise<Running> {
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ port: await freePort(), extensions: ['1002'] }));
  return startApp({ dataDir, port: null, clock });
}

async function listenerOf(running: Running) {
  return (await running.ask('status.get')).listener;
}

function announced(running: Running): unknown {
  return JSON.parse(readFileSync(join(running.dataDir, 'running.json'), 'utf8'));
}

/** Whether Ringside answers there. */
async function answers(port: number, path: string): Promise<boolean> {
  try {
    const connection = await connectRaw(port);
    connection.send(requestBytes('GET', path));
    return (await connection.response()).status === 200;
  } catch {
    return false;
  }
}
