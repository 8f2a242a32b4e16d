import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import type { Delivery } from '../../electron/simulator/delivery.ts';
import { type Answer, post, type Posting } from '../../electron/simulator/post.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Received {
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly url: string | undefined;
}

/** A webhook on a free port, and what it has received. */
async function listen(answer: (response: ServerResponse, received: readonly Received[]) => void) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ body, headers: request.headers, url: request.url });
      answer(response, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { to: new URL(`http://127.0.0.1:${port}/hooks/token`), received };
}

function deliveries(count: number): Delivery[] {
  return Array.from({ length: count }, (_, index) => ({
    atMs: index * 1000,
    action: 'ring',
    channel: `channel-${index}`,
    phone: '1002',
    body: `{"n":${index},"name":"Ελένη"}`,
  }));
}

function posting(to: URL, options: Partial<Posting> = {}): Posting & { answers: Answer[] } {
  const answers: Answer[] = [];
  return {
    to,
    speed: Infinity,
    sleepUntil: async () => {},
    signal: new AbortController().signal,
    onAnswer: (_delivery, answer) => answers.push(answer),
    ...options,
    answers,
  };
}

test('every delivery arrives whole, as JSON, without looking like a web page', async () => {
  const { to, received } = await listen((response) => response.end('{"result":"stored"}'));
  const one = posting(to, { inFlight: 1 });

  expect(await post(deliveries(5), one)).toEqual(new Map([[200, 5]]));
  expect(received.map(({ body }) => body)).toEqual(deliveries(5).map(({ body }) => body));
  expect(one.answers[0]).toEqual({ kind: 'answered', status: 200, body: '{"result":"stored"}' });
  expect(received[0]?.url).toBe('/hooks/token');
  expect(received[0]?.headers['content-type']).toBe('application/json');
  expect(Object.keys(received[0]?.headers ?? {}).filter((name) => /^(sec-|origin)/.test(name))).toEqual([]);
});

test('the next delivery does not wait for the answer to the last', async () => {
  const held: ServerResponse[] = [];
  const { to } = await listen((response, received) => {
    held.push(response);
    if (received.length === 8) for (const one of held) one.end();
  });

  expect(await post(deliveries(8), posting(to))).toEqual(new Map([[200, 8]]));
});

test('no more than the bound are on their way at once', async () => {
  let next = 0;
  const nextAtArrival: number[] = [];
  const { to } = await listen((response) => {
    nextAtArrival.push(next);
    response.end();
  });

  await post(deliveries(40), posting(to, { inFlight: 3, sleepUntil: async () => void (next += 1) }));
  // Three are sent before any answer can come; the fourth is due, and held back.
  expect(nextAtArrival[0]).toBe(4);
  expect(nextAtArrival).toHaveLength(40);
});

test('each delivery waits for its time, which the speed divides', async () => {
  const { to } = await listen((response) => response.end());
  const waits = async (speed: number) => {
    const asked: number[] = [];
    await post(deliveries(4), posting(to, { speed, sleepUntil: async (ms) => void asked.push(ms) }));
    return asked;
  };

  expect(await waits(1)).toEqual([0, 1000, 2000, 3000]);
  expect(await waits(4)).toEqual([0, 250, 500, 750]);
  expect(await waits(Infinity)).toEqual([0, 0, 0, 0]);
});

test('refusals are counted by their status, and do not end the story', async () => {
  const { to } = await listen((response, received) => {
    response.statusCode = received.length === 2 ? 503 : 200;
    response.end();
  });

  expect(await post(deliveries(4), posting(to, { inFlight: 1 }))).toEqual(
    new Map([
      [200, 3],
      [503, 1],
    ]),
  );
});

test('a connection that breaks counts as no answer', async () => {
  const { to } = await listen((response) => response.destroy());
  const broken = posting(to);

  expect(await post(deliveries(2), broken)).toEqual(new Map([['no answer', 2]]));
  expect(broken.answers[0]).toMatchObject({ kind: 'unanswered' });
});

test('nobody at the address counts as no answer', async () => {
  const { to } = await listen((response) => response.end());
  for (const close of closing.splice(0)) close();

  expect(await post(deliveries(2), posting(to))).toEqual(new Map([['no answer', 2]]));
});

test('after a stop nothing more is sent, and what is on its way is still answered', async () => {
  const stop = new AbortController();
  const arrived = Promise.withResolvers<void>();
  const { to, received } = await listen((response) => {
    stop.abort();
    arrived.resolve();
    response.end();
  });
  const sleepUntil = (ms: number) => (ms > 0 ? arrived.promise : Promise.resolve());

  const tally = await post(deliveries(5), posting(to, { speed: 1, signal: stop.signal, sleepUntil }));
  expect(tally).toEqual(new Map([[200, 1]]));
  expect(received).toHaveLength(1);
});
