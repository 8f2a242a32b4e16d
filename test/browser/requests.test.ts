import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Reply } from '../../shared/contract.ts';
import { startTestHost, type Question, type TestHost } from './testHost.ts';

let at: TestHost;
let headers: { cookie: string; origin: string; 'content-type': string };
beforeEach(async () => {
  at = await startTestHost();
  headers = { cookie: await at.enter(), origin: at.origin, 'content-type': 'application/json' };
});
afterEach(() => at.stop());

const post = (question: Question) => at.ask({ method: 'POST', headers, ...question });

/** What the host sends back for these bytes, until it hangs up. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(at.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return text(socket);
}

describe('a request of the contract', () => {
  test('reaches the core with its argument, and its reply comes back', async () => {
    at.app.reply = () => Promise.resolve({ ok: true, value: { calls: [], next: null } });
    const argument = { after: null, limit: 50 };
    const answered = await post({ path: '/api/calls.page', body: JSON.stringify({ argument }) });
    expect(answered.status).toBe(200);
    expect(answered.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(JSON.parse(answered.body)).toEqual({ ok: true, value: { calls: [], next: null } });
    expect(at.app.asked).toEqual([{ name: 'calls.page', argument }]);
  });

  test('may have no argument', async () => {
    expect((await post({ path: '/api/status.get', body: '{}' })).status).toBe(200);
    expect(at.app.asked).toEqual([{ name: 'status.get', argument: undefined }]);
  });

  test('that the core refuses is still a reply', async () => {
    const refusal: Reply = { ok: false, error: { code: 'bad-request', message: 'limit: too large' } };
    at.app.reply = () => Promise.resolve(refusal);
    const answered = await post({ path: '/api/calls.page', body: '{"argument":{"limit":1e9}}' });
    expect(answered.status).toBe(200);
    expect(JSON.parse(answered.body)).toEqual(refusal);
  });

  test('keeps every character of its argument', async () => {
    const argument = { note: 'Γιάννης 📞 \u2028' };
    await post({ path: '/api/settings.change', body: JSON.stringify({ argument }) });
    expect(at.app.asked).toEqual([{ name: 'settings.change', argument }]);
  });

  test('that the core fails to answer ends in a broken connection, and the host lives on', async () => {
    at.app.reply = () => Promise.reject(new Error('a bug'));
    await expect(post({ path: '/api/status.get', body: '{}' })).rejects.toThrow('socket hang up');
    at.app.reply = () => Promise.resolve({ ok: true, value: null });
    expect((await post({ path: '/api/status.get', body: '{}' })).status).toBe(200);
  });
});

describe('the transport refuses', () => {
  test.each<[string, number, Question]>([
    ['an unknown name', 404, { path: '/api/calls.burn', body: '{}' }],
    ['a name that every object has', 404, { path: '/api/toString', body: '{}' }],
    ['no name', 404, { path: '/api/', body: '{}' }],
    ['a request that is not posted', 405, { path: '/api/status.get', method: 'GET' }],
    ['posted pushes', 405, { path: '/api/pushes', body: '{}' }],
    ['a body that is not JSON', 400, { path: '/api/status.get', body: '{"argument":' }],
    ['an empty body', 400, { path: '/api/status.get' }],
    ['a body that is a list', 400, { path: '/api/status.get', body: '[]' }],
    ['a body that is null', 400, { path: '/api/status.get', body: 'null' }],
    ['a body over 256 KiB', 413, { path: '/api/status.get', body: JSON.stringify({ argument: 'x'.repeat(262_144) }) }],
  ])('%s with %i', async (_, status, question) => {
    const answered = await post(question);
    expect(answered.status).toBe(status);
    expect(JSON.parse(answered.body)).toEqual({
      ok: false,
      error: { code: 'bad-request', message: expect.any(String) },
    });
    expect(at.app.asked).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json-seq', ''])(
    'the content type %j with 415',
    async (type) => {
      const answered = await post({
        path: '/api/status.get',
        headers: { ...headers, 'content-type': type },
        body: '{}',
      });
      expect(answered.status).toBe(415);
      expect(at.app.asked).toEqual([]);
    },
  );

  test('nothing about a charset', async () => {
    const typed = { ...headers, 'content-type': 'Application/JSON; charset=UTF-8' };
    expect((await post({ path: '/api/status.get', headers: typed, body: '{}' })).status).toBe(200);
  });

  test('a body of exactly 256 KiB not at all', async () => {
    const frame = JSON.stringify({ argument: '' }).length;
    const body = JSON.stringify({ argument: 'x'.repeat(262_144 - frame) });
    expect((await post({ path: '/api/status.get', body })).status).toBe(200);
  });
});

describe('broken HTTP', () => {
  test('without a Host gets a 400', async () => {
    expect(await sendRaw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('of the old version without a Host gets a 403', async () => {
    expect(await sendRaw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('that is not HTTP gets a 400', async () => {
    expect(await sendRaw('\u0016\u0003\u0001 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('with an address that is none gets a 400', async () => {
    const host = `127.0.0.1:${at.port}`;
    const answered = await sendRaw(`GET http://[ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answered).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('from a client that leaves in the middle of its body harms nobody', async () => {
    const socket = connect(at.port, '127.0.0.1');
    const lines = [
      'POST /api/status.get HTTP/1.1',
      `Host: 127.0.0.1:${at.port}`,
      `Origin: ${at.origin}`,
      `Cookie: ${headers.cookie}`,
      'Content-Type: application/json',
      'Content-Length: 100',
      'Expect: 100-continue',
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    await once(socket, 'data');
    socket.write('{"argu');
    socket.destroy();
    await once(socket, 'close');
    expect((await post({ path: '/api/status.get', body: '{}' })).status).toBe(200);
    expect(at.app.asked).toHaveLength(1);
  });
});
