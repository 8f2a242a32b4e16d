import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { describe, expect, onTestFinished, test } from 'vitest';

import { fakeClock } from '../../support/fakeClock.ts';
import { freePort } from '../../support/port.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { ringEvent } from '../../support/wire.ts';

/** The other side: it takes bodies, or answers as it is told. */
interface OtherSide {
  readonly url: string;
  readonly bodies: string[];
  readonly contentTypes: unknown[];
  answer: (body: string, response: ServerResponse) => void;
}

async function otherSide(port = 0): Promise<OtherSide> {
  const side: OtherSide & { url: string } = {
    url: '',
    bodies: [],
    contentTypes: [],
    answer: (_body, response) => void response.end(),
  };
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    side.bodies.push(body);
    side.contentTypes.push(request.headers['content-type']);
    side.answer(body, response);
  };
  const server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  side.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/copies`;
  return side;
}

const stateOf = async (running: Running) => (await running.ask('reach.get')).forward;

const bodyOf = (n: number, atUs = Date.now() * 1000) =>
  JSON.stringify(ringEvent(atUs, { ref: `call-${n}`, channel_uuid: `leg-${n}` }), null, n % 3);

describe('copies of events', () => {
  test('go on unchanged, as JSON, in their order, each once', async () => {
    const other = await otherSide();
    const running = await startApp({ extensions: ['1002'] });
    await running.ask('settings.change', { forwardUrl: other.url });
    const bodies = Array.from({ length: 120 }, (_, n) => bodyOf(n));
    for (const body of bodies) expect((await running.post(body)).status).toBe(200);
    await running.post(bodies[0] ?? '');
    await running.post('no event');
    await expect.poll(async () => (await stateOf(running)).waiting).toBe(0);
    expect(other.bodies).toEqual(bodies);
    expect(new Set(other.contentTypes)).toEqual(new Set(['application/json']));
    expect(await stateOf(running)).toMatchObject({ failingSinceUs: null, trouble: null, givenUp: 0 });
  });

  test('wait while the other side fails, over a restart of Ringside too, and none is lost', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/copies`;
    const first = await startApp({ extensions: ['1002'] });
    await first.ask('settings.change', { forwardUrl: url });
    const bodies = Array.from({ length: 3 }, (_, n) => bodyOf(n));
    for (const body of bodies) await first.post(body);
    await expect.poll(() => stateOf(first)).toMatchObject({ waiting: 3, trouble: 'unreachable (ECONNREFUSED)' });
    await first.app.stop();

    const other = await otherSide(port);
    const second = await startApp({ dataDir: first.dataDir, extensions: ['1002'] });
    await expect.poll(() => other.bodies).toEqual(bodies);
    await expect.poll(() => stateOf(second)).toMatchObject({ waiting: 0, failingSinceUs: null, trouble: null });
  });

  test('are tried again with growing pauses, and a refused one does not hold up the others', async () => {
    const clock = fakeClock();
    const other = await otherSide();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.ask('settings.change', { forwardUrl: other.url });
    other.answer = (_body, response) => void response.writeHead(503).end();
    await running.post(bodyOf(0, clock.nowUs()));
    await expect.poll(() => stateOf(running)).toMatchObject({ waiting: 1, trouble: 'HTTP 503' });
    const before = other.bodies.length;
    await running.post(bodyOf(1, clock.nowUs()));
    expect(other.bodies).toHaveLength(before);

    other.answer = (body, response) => void response.writeHead(body.includes('call-0') ? 400 : 200).end();
    clock.advance(120_000);
    await expect.poll(() => stateOf(running)).toMatchObject({ waiting: 0, givenUp: 1, trouble: null });
    expect(other.bodies.at(-1)).toContain('call-1');
  });

  test('follow no redirect: they are for that address alone', async () => {
    const elsewhere = await otherSide();
    const other = await otherSide();
    other.answer = (_body, response) => void response.writeHead(307, { location: elsewhere.url }).end();
    const running = await startApp({ extensions: ['1002'] });
    await running.ask('settings.change', { forwardUrl: other.url });
    await running.post(bodyOf(0));
    await expect.poll(() => stateOf(running)).toMatchObject({ trouble: 'HTTP 307' });
    expect(elsewhere.bodies).toEqual([]);
  });

  test('that are a day old are given up', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await running.ask('settings.change', { forwardUrl: `http://127.0.0.1:${await freePort()}/` });
    await running.post(bodyOf(0, clock.nowUs()));
    await expect.poll(() => stateOf(running)).toMatchObject({ waiting: 1, trouble: expect.any(String) });
    clock.jump(86_400_000);
    clock.advance(120_000);
    await expect.poll(() => stateOf(running)).toMatchObject({ waiting: 0, givenUp: 1 });
  });

  test('are forgotten when nobody wants them any more, and none is made then', async () => {
    const running = await startApp({ extensions: ['1002'] });
    await running.ask('settings.change', { forwardUrl: `http://127.0.0.1:${await freePort()}/` });
    await running.post(bodyOf(0));
    await expect.poll(async () => (await stateOf(running)).waiting).toBe(1);
    await running.ask('settings.change', { forwardUrl: '' });
    await running.post(bodyOf(1));
    await expect.poll(() => stateOf(running)).toMatchObject({ waiting: 0, trouble: null, failingSinceUs: null });
  });

  test('go nowhere over plain http but to this machine', async () => {
    const running = await startApp();
    await expect(running.ask('settings.change', { forwardUrl: 'http://example.com/' })).rejects.toThrow(/https/);
  });

  test('do not keep Ringside from ending while the other side is silent', async () => {
    const other = await otherSide();
    other.answer = () => {};
    const running = await startApp({ extensions: ['1002'] });
    await running.ask('settings.change', { forwardUrl: other.url });
    await running.post(bodyOf(0));
    await expect.poll(() => other.bodies.length).toBe(1);
    await running.app.stop();
  });
});
