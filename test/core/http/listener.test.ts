import { describe, expect, test } from 'vitest';

import { fakeClock } from '../../support/fakeClock.ts';
import { type RawResponse, connectRaw, requestBytes } from '../../support/rawConnection.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { documented, ringEvent } from '../../support/wire.ts';

const json = JSON.stringify;

describe('an event', () => {
  test('is answered 200 stored, and 200 duplicate when it comes again', async () => {
    const running = await startApp({ extensions: ['1002'] });
    expect(await running.post(documented.hangup)).toEqual({ status: 200, answer: { result: 'stored' } });
    expect(await running.post(documented.hangup)).toEqual({ status: 200, answer: { result: 'duplicate' } });
  });

  test('of somebody else is stored, so that the sender has no reason to switch the hook off', async () => {
    const running = await startApp({ extensions: ['1009'] });
    expect(await running.post(documented.ring)).toEqual({ status: 200, answer: { result: 'stored' } });
  });

  test('with an action from the future is answered 200 ignored with a reason, and kept aside', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const body = json(ringEvent(1_800_000_000_000_000, { action: 'voicemail' }));
    expect(await running.post(body)).toEqual({
      status: 200,
      answer: { result: 'ignored', reason: 'This version of Ringside does not know the action "voicemail".' },
    });
    expect(await running.ask('rejected.list')).toMatchObject([{ body, size: body.length }]);
  });

  test('is taken whatever the content type says', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const response = await fetch(running.webhook(), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: documented.ring,
    });
    expect(await response.json()).toEqual({ result: 'stored' });
  });
});

describe('a body that is no event is answered 400 with what is wrong, and kept:', () => {
  const deep = (open: string, core: string, close: string) => open.repeat(10_000) + core + close.repeat(10_000);
  const event = (fields: object) => json(ringEvent(1_800_000_000_000_000, { ...fields }));
  const cases: Record<string, { body: string | Uint8Array<ArrayBuffer>; error: RegExp }> = {
    'nothing at all': { body: '', error: /^The body is empty\.$/ },
    'bytes that are no text': { body: Buffer.from([0xff, 0xfe, 0x00, 0x80]), error: /not UTF-8/ },
    'plain words': { body: 'hello there', error: /not JSON/ },
    'a form': { body: 'ref=1&action=ring', error: /not JSON/ },
    'an object beyond repair': { body: '{"ref" "action":::}', error: /not JSON/ },
    'a list': { body: '[1,2]', error: /The body: expected a JSON object\./ },
    'a number': { body: '7', error: /expected a JSON object/ },
    null: { body: 'null', error: /expected a JSON object/ },
    'an event without a ref': { body: event({ ref: undefined }), error: /Field "ref": missing/ },
    'an event with an empty ref': { body: event({ ref: '' }), error: /Field "ref": missing/ },
    'an event with a ref of thousands of letters': {
      body: event({ ref: 'x'.repeat(5000) }),
      error: /Field "ref": expected at most/,
    },
    'an event without an action': { body: event({ action: undefined }), error: /Field "action": expected/ },
    'a ref that is a list': { body: event({ ref: ['a'] }), error: /Field "ref": expected text or a number/ },
    'an extension that is an object': { body: event({ dialed_user: {} }), error: /Field "dialed_user": expected text/ },
    'an extension that is true': { body: event({ dialed_user: true }), error: /Field "dialed_user": expected text/ },
    'a time in words': { body: event({ ring_start_uepoch: 'soon' }), error: /Field "ring_start_uepoch": expected/ },
    'a time before 1970': { body: event({ ring_start_uepoch: -1 }), error: /Field "ring_start_uepoch": expected/ },
    'a time too large to count': { body: event({ call_start_uepoch: '9'.repeat(17) }), error: /"call_start_uepoch"/ },
    'a date that is none': { body: event({ timestamp: '2020-99-99T00:00:00Z' }), error: /Field "timestamp": expected/ },
    'a date too far off to count': { body: event({ timestamp: '+275760-09-13T00:00:00Z' }), error: /"timestamp"/ },
    'a flag that is a list': { body: event({ click_to_call: [] }), error: /Field "click_to_call": expected true/ },
    'ten thousand brackets': { body: deep('[', '', ''), error: /not JSON/ },
    'ten thousand nested lists': { body: deep('[', '', ']'), error: /expected a JSON object/ },
    'ten thousand objects begun': { body: deep('{"a":', '', ''), error: /not JSON/ },
    'ten thousand nested objects': { body: deep('{"a":', '1', '}'), error: /Field "action"/ },
    'user data nested ten thousand deep': {
      body: event({ click_to_call_data: '@' }).replace('"@"', deep('[', '', ']')),
      error: /Field "click_to_call_data"/,
    },
  };

  test.for(Object.entries(cases))('%s', async ([, { body, error }]) => {
    const running = await startApp({ extensions: ['1002'] });
    const { status, answer } = await running.post(body);
    expect(answer['error']).toMatch(error);
    expect(status).toBe(400);
    const [kept] = await running.ask('rejected.list');
    expect(kept).toMatchObject({ reason: answer['error'], size: Buffer.byteLength(body) });
    expect(kept?.body).toBe(Buffer.from(body).toString());
    expect((await running.ask('status.get')).rejected).toBe(1);
    expect((await running.post(documented.ring)).answer).toEqual({ result: 'stored' });
  });

  test('the newest two hundred of them, so that a broken sender never fills the disk', async () => {
    const running = await startApp();
    for (let n = 0; n < 205; n += 1) await running.post(`broken ${n}`);
    const kept = await running.ask('rejected.list');
    expect(kept).toHaveLength(200);
    expect(kept.map(({ body }) => body)).toEqual(Array.from({ length: 200 }, (_, n) => `broken ${204 - n}`));
  });
});

test('keys that mean something to JavaScript do no harm', async () => {
  const running = await startApp({ extensions: ['1002'] });
  const body = json(ringEvent(1_800_000_000_000_000)).replace(
    '{',
    '{"__proto__":{"mine":true,"ref":"evil"},"constructor":{"prototype":{"mine":true}},"toString":"x",',
  );
  expect((await running.post(body)).answer).toEqual({ result: 'stored' });
  expect((await running.post(json(ringEvent(1_800_000_000_000_000, { ref: '__proto__' })))).answer).toEqual({
    result: 'stored',
  });
  expect((await running.post(json(ringEvent(1_800_000_000_000_000, { action: 'constructor' })))).answer).toMatchObject({
    result: 'ignored',
  });
  expect(Reflect.get({}, 'mine')).toBeUndefined();
  expect((await running.ask('calls.live')).map((call) => call.ref).sort()).toEqual(['__proto__', 'call-1']);
});

describe('a wrong address', () => {
  test('is answered 404 with the same bytes, whatever is wrong with it', async () => {
    const running = await startApp();
    const { port, path, secret } = addressOf(running);
    const wrong = [
      '/',
      '/hooks',
      '/hooks/',
      '/hooks/?',
      `/hooks/${secret}x`,
      `/hooks/${secret.slice(0, -1)}`,
      `/hooks/${secret.slice(1)}`,
      `/hooks/${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      `/hooks/${secret.toUpperCase()}`,
      `/HOOKS/${secret}`,
      `/hooks//${secret}`,
      `/hooks/${secret}/`,
      `/hooks/%${secret}`,
      `/other/${secret}`,
      `//${path}`,
    ];
    const answers = await Promise.all(
      wrong.flatMap((address) =>
        ['GET', 'POST', 'DELETE'].map(async (method) => {
          const connection = await connectRaw(port);
          connection.send(requestBytes(method, address));
          return connection.response();
        }),
      ),
    );
    const bytes = answers.map(({ status, headers: { date: _date, ...headers }, body }) =>
      json([status, headers, body]),
    );
    expect(new Set(bytes).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: '{"error":"Not found."}' });
    expect((await running.ask('status.get')).wrongToken).toBe(wrong.length * 3);
  });

  test('is answered 429 from the hundredth at once on, while the right address is never affected', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const { port, path } = addressOf(running);
    const wrong = await connectRaw(port);
    const ask = async () => {
      wrong.send(requestBytes('GET', '/hooks/guess'));
      return (await wrong.response()).status;
    };
    for (let n = 0; n < 100; n += 1) expect(await ask()).toBe(404);
    expect(await ask()).toBe(429);
    const right = await connectRaw(port);
    right.send(requestBytes('POST', path, documented.ring));
    expect((await right.response()).status).toBe(200);
    clock.advance(1000);
    const afterASecond = [];
    for (let n = 0; n < 11; n += 1) afterASecond.push(await ask());
    expect(afterASecond).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
  });
});

describe('the right address', () => {
  test('answers GET with the version, and takes a query', async () => {
    const running = await startApp();
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(requestBytes('GET', path));
    connection.send(requestBytes('GET', `${path}?nonce=1`));
    for (const response of [await connection.response(), await connection.response()]) {
      expect(response).toMatchObject({ status: 200, body: '{"ringside":"0.0.0-test"}' });
      expect(response.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    }
  });

  test.for(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    'answers %s with 405 and what is allowed',
    async (method) => {
      const running = await startApp();
      const { port, path } = addressOf(running);
      const connection = await connectRaw(port);
      connection.send(requestBytes(method, path));
      const response = await connection.response();
      expect(response.status).toBe(405);
      expect(response.headers['allow']).toBe('GET, POST');
    },
  );

  test('answers HEAD with 405 and what is allowed, and without a body', async () => {
    const running = await startApp();
    const response = await fetch(running.webhook(), { method: 'HEAD' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
  });
});

describe('a web page', () => {
  const browserLike: Record<string, Record<string, string>> = {
    'by its origin': { origin: 'https://example.com' },
    'by an origin that hides': { origin: 'null' },
    'by an empty origin': { origin: '' },
    'by its site': { 'sec-fetch-site': 'cross-site' },
    'by the same site': { 'sec-fetch-site': 'same-origin' },
    'by what it wants': { 'sec-fetch-dest': 'empty' },
    'by its mode': { 'sec-fetch-mode': 'no-cors' },
    'by a mode beside other marks': { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'none' },
    'by the hand of its user': { 'sec-fetch-user': '?1' },
  };
  for (const [name, headers] of Object.entries(browserLike)) {
    test(`is told ${name}, and refused with 403 for events and for the version`, async () => {
      const running = await startApp({ extensions: ['1002'] });
      const { port, path } = addressOf(running);
      for (const method of ['POST', 'GET']) {
        const connection = await connectRaw(port);
        connection.send(requestBytes(method, path, method === 'POST' ? documented.ring : '', headers));
        expect(await connection.response()).toMatchObject({
          status: 403,
          body: '{"error":"Webhooks come from a PBX, not from a web page."}',
        });
      }
      expect(await running.ask('calls.live')).toEqual([]);
    });
  }

  test("is not what Node's own fetch is, which sends one such header alone", async () => {
    const running = await startApp({ extensions: ['1002'] });
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(requestBytes('POST', path, documented.ring, { 'sec-fetch-mode': 'cors' }));
    expect((await connection.response()).status).toBe(200);
  });
});

describe('a body', () => {
  const limit = 65_536;
  const padded = (size: number) => documented.ring.padEnd(size, ' ');

  test('of exactly 64 KiB is taken', async () => {
    const running = await startApp({ extensions: ['1002'] });
    expect((await running.post(padded(limit))).answer).toEqual({ result: 'stored' });
  });

  test.for([limit + 1, 65 * 1024, 900_000])('of %i bytes is answered 413', async (size) => {
    const running = await startApp({ extensions: ['1002'] });
    expect(await running.post(padded(size))).toEqual({ status: 413, answer: { error: 'The body is over 64 KiB.' } });
    expect(await running.ask('calls.live')).toEqual([]);
    expect(await running.ask('rejected.list')).toEqual([]);
  });

  test('that announces gigabytes is answered 413 before they are sent', async () => {
    const running = await startApp();
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(requestBytes('POST', path, '{', { 'content-length': '10000000000' }));
    expect((await connection.response()).status).toBe(413);
    await connection.hungUp;
  });

  test('in chunks is counted as it comes', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const { port, path } = addressOf(running);
    const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
    const send = async (pieces: string[]) => {
      const connection = await connectRaw(port);
      connection.send(requestBytes('POST', path, '', { 'transfer-encoding': 'chunked' }));
      for (const piece of pieces) connection.send(chunk(piece));
      connection.send(chunk(''));
      return (await connection.response()).status;
    };
    const half = documented.ring.length >> 1;
    expect(await send([documented.ring.slice(0, half), documented.ring.slice(half)])).toBe(200);
    expect(await send(Array.from({ length: 65 }, () => ' '.repeat(1024)))).toBe(413);
  });

  test('that never ends is hung up on', async () => {
    const running = await startApp();
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(requestBytes('POST', path, '', { 'transfer-encoding': 'chunked' }));
    const piece = `10000\r\n${' '.repeat(65_536)}\r\n`;
    for (let n = 0; n < 20; n += 1) connection.send(piece);
    expect((await connection.response()).status).toBe(413);
    await connection.hungUp;
  });

  test('is asked for when the sender waits to be told', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(
      requestBytes('POST', path, '', {
        'content-length': String(Buffer.byteLength(documented.ring)),
        expect: '100-continue',
      }),
    );
    expect((await connection.response()).status).toBe(100);
    connection.send(documented.ring);
    expect((await connection.response()).status).toBe(200);
  });
});

describe('a sender', () => {
  test('that keeps its connection is answered again and again', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    for (let n = 0; n < 50; n += 1) {
      connection.send(requestBytes('POST', path, json(ringEvent(1_800_000_000_000_000, { ref: `call-${n}` }))));
      expect((await connection.response()).body).toBe('{"result":"stored"}');
    }
    expect(await running.ask('calls.live')).toHaveLength(50);
  });

  test('that sends without waiting is answered in the order it sent', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(
      Buffer.concat([
        requestBytes('POST', path, documented.ring),
        requestBytes('GET', path),
        requestBytes('POST', path, documented.ring),
        requestBytes('POST', path, 'nonsense'),
        requestBytes('GET', '/nowhere'),
        requestBytes('POST', path, documented.hangup),
      ]),
    );
    const answers: RawResponse[] = [];
    for (let n = 0; n < 6; n += 1) answers.push(await connection.response());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400, 404, 200]);
    expect([answers[0], answers[2], answers[5]].map((answer) => answer?.body)).toEqual([
      '{"result":"stored"}',
      '{"result":"duplicate"}',
      '{"result":"stored"}',
    ]);
  });

  test('that hangs up in the middle of a body does no harm', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const { port, path } = addressOf(running);
    for (let n = 0; n < 20; n += 1) {
      const connection = await connectRaw(port);
      connection.send(requestBytes('POST', path, documented.ring).subarray(0, 60 + n * 40));
      connection.destroy();
    }
    expect((await running.post(documented.hangup)).answer).toEqual({ result: 'stored' });
    expect(await running.ask('rejected.list')).toEqual([]);
  });

  test('that hangs up without waiting for the answer has its event kept all the same', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const { port, path } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(requestBytes('POST', path, documented.ring));
    await expect.poll(() => running.ask('calls.live')).toHaveLength(1);
    connection.destroy();
    expect((await running.post(documented.ring)).answer).toEqual({ result: 'duplicate' });
  });

  test.for([
    ['garbage', 'EHLO ringside\r\n\r\n', 400],
    ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
    ['two lengths that differ', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
    [
      'a length and chunks at once',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(20_000)}`, 431],
  ] as const)('that sends %s is told what is wrong and hung up on', async ([, bytes, status]) => {
    const running = await startApp();
    const { port } = addressOf(running);
    const connection = await connectRaw(port);
    connection.send(Buffer.from(bytes, 'latin1'));
    const response = await connection.response();
    expect(response.status).toBe(status);
    expect(JSON.parse(response.body)).toEqual({ error: expect.any(String) as unknown });
    await connection.hungUp;
    expect((await running.post(documented.ring)).status).toBe(200);
  });
});

function addressOf(running: Running): { port: number; path: string; secret: string } {
  const { port, pathname } = new URL(running.webhook());
  return { port: Number(port), path: pathname, secret: pathname.slice('/hooks/'.length) };
}
