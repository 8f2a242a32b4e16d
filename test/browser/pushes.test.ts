import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Push, Reply } from '../../shared/contract.ts';
import { startTestHost, type TestHost } from './testHost.ts';

let at: TestHost;
let cookie: string;
beforeEach(async () => {
  at = await startTestHost();
  cookie = await at.enter();
});
afterEach(() => at.stop());

/** A tab: opens the pushes and keeps what arrives. */
async function openTab(): Promise<{ response: IncomingMessage; received: () => string }> {
  const response = await at.open({ path: '/api/pushes', headers: { cookie, 'sec-fetch-site': 'same-origin' } });
  let received = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
  });
  return { response, received: () => received };
}

const changed: Push = { name: 'changed', value: { what: ['calls', 'pops'] } };

describe('the pushes', () => {
  test('are server-sent events that nobody keeps', async () => {
    const { response } = await openTab();
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('reach every tab of the browser', async () => {
    const tabs = [await openTab(), await openTab()];
    at.app.push(changed);
    at.app.push({ name: 'open', value: { ref: 'line\nbreak' } });
    const events =
      ':\n\n' +
      'data: {"name":"changed","value":{"what":["calls","pops"]}}\n\n' +
      'data: {"name":"open","value":{"ref":"line\\nbreak"}}\n\n';
    for (const { received } of tabs) await expect.poll(received).toBe(events);
  });

  test('go on for the other tab when one is closed', async () => {
    const [closing, staying] = [await openTab(), await openTab()];
    closing.response.destroy();
    await expect.poll(() => at.app.subscribers).toBe(1);
    expect(at.clock.waiting).toBe(1);
    at.app.push(changed);
    await expect.poll(staying.received).toContain('changed');
  });

  test('are kept alive by a comment every 25 seconds', async () => {
    const { received } = await openTab();
    await expect.poll(received).toBe(':\n\n');
    at.clock.wind(24_999);
    at.app.push(changed);
    await expect.poll(received).toMatch(/^:\n\ndata: .*\n\n$/);
    at.clock.wind(1);
    await expect.poll(received).toMatch(/^:\n\ndata: .*\n\n:\n\n$/);
    at.clock.wind(25_000);
    await expect.poll(received).toMatch(/^:\n\ndata: .*\n\n:\n\n:\n\n$/);
  });

  test('are cut off for a client that does not read them, and for nobody else', async () => {
    const { received } = await openTab();
    const stalled = connect(at.port, '127.0.0.1');
    stalled.pause();
    stalled.write(`GET /api/pushes HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\nCookie: ${cookie}\r\n\r\n`);
    await expect.poll(() => at.app.subscribers).toBe(2);

    // The system's own buffers take some megabytes before the host notices.
    const long: Push = { name: 'open', value: { ref: 'x'.repeat(100_000) } };
    await expect
      .poll(
        () => {
          at.app.push(long);
          return at.app.subscribers;
        },
        { interval: 1 },
      )
      .toBe(1);
    stalled.destroy();

    at.app.push(changed);
    await expect.poll(() => received().endsWith(`data: ${JSON.stringify(changed)}\n\n`)).toBe(true);
  });
});

describe('stopping', () => {
  test('ends every push stream in good order', async () => {
    const tabs = [await openTab(), await openTab()];
    const ends = tabs.map(({ response }) => once(response, 'end'));
    await at.host.stop();
    await Promise.all(ends);
    expect(at.app.subscribers).toBe(0);
    expect(at.clock.waiting).toBe(0);
  });

  test('answers what is in flight, and nothing after it', async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    at.app.reply = () => promise;
    const headers = { cookie, origin: at.origin, 'content-type': 'application/json', connection: 'keep-alive' };
    const inFlight = at.open({ method: 'POST', path: '/api/status.get', headers, body: '{}' });
    await expect.poll(() => at.app.asked).toHaveLength(1);

    const stopped = at.host.stop();
    await expect(at.ask({ headers: { cookie } })).rejects.toThrow('ECONNREFUSED');
    resolve({ ok: true, value: null });
    const answered = await inFlight;
    expect(JSON.parse(await text(answered))).toEqual({ ok: true, value: null });
    expect(answered.headers.connection).toBe('close');
    await stopped;
  });

  test('does not wait longer than two seconds for anybody', async () => {
    at.app.reply = () => new Promise(() => {});
    const headers = { cookie, origin: at.origin, 'content-type': 'application/json' };
    const inFlight = at.ask({ method: 'POST', path: '/api/status.get', headers, body: '{}' });
    const cutOff = inFlight.catch(String);
    await expect.poll(() => at.app.asked).toHaveLength(1);

    const stopped = at.host.stop();
    at.clock.wind(2000);
    await stopped;
    expect(await cutOff).toContain('socket hang up');
  });
});
