import { describe, expect, test } from 'vitest';

import type { Receipt } from '../../../electron/core/ingest/inbox.ts';
import { listen } from '../../support/bareListener.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { connectRaw, requestBytes } from '../../support/rawConnection.ts';
import { documented } from '../../support/wire.ts';

describe('a request that takes too long', () => {
  test.for([
    ['to send its body', (path: string) => requestBytes('POST', path, '{"ref":', { 'content-length': '500' })],
    ['to send its headers', (path: string) => Buffer.from(`POST ${path} HTTP/1.1\r\nhost: x\r\n`)],
    ['to begin', () => Buffer.alloc(0)],
  ] as const)('%s is answered 408 and hung up on', async ([, bytes]) => {
    const { port, path } = await listen({ requestTimeoutMs: 300 });
    const connection = await connectRaw(port);
    connection.send(bytes(path));
    expect(await connection.response()).toMatchObject({
      status: 408,
      body: '{"error":"The request took too long to arrive."}',
    });
    await connection.hungUp;
  });

  test('never shuts honest ones out, however many there are', async () => {
    const { port, path } = await listen({});
    await Promise.all(Array.from({ length: 200 }, () => connectRaw(port)));
    const honest = await connectRaw(port);
    honest.send(requestBytes('POST', path, '{}'));
    expect((await honest.response()).status).toBe(200);
  });

  test('gives its place back although the sender never lets go', async () => {
    const { port, path } = await listen({ requestTimeoutMs: 300 });
    // As many as the listener takes at once.
    const rude = await Promise.all(Array.from({ length: 512 }, () => connectRaw(port)));
    await Promise.all(rude.map(({ hungUp }) => hungUp));
    const honest = await connectRaw(port);
    honest.send(requestBytes('POST', path, '{}'));
    expect((await honest.response()).status).toBe(200);
    await expect
      .poll(() =>
        rude.filter((connection) => {
          // Only who writes to a connection learns that nobody is there.
          connection.send('x');
          return !connection.isGone();
        }),
      )
      .toEqual([]);
  });
});

describe('stopping', () => {
  test('answers what has arrived and refuses what is half sent', async () => {
    const answerNow = Promise.withResolvers<Receipt>();
    const arrived = Promise.withResolvers<void>();
    const { port, path, listener } = await listen({
      deliver: () => {
        arrived.resolve();
        return answerNow.promise;
      },
    });
    const whole = await connectRaw(port);
    whole.send(requestBytes('POST', path, documented.ring));
    await arrived.promise;
    const half = await connectRaw(port);
    half.send(requestBytes('POST', path, '{"ref":', { 'content-length': '500', expect: '100-continue' }));
    // Asked to go on: the listener has seen the request by now.
    expect((await half.response()).status).toBe(100);

    const silent = await connectRaw(port);
    const stopped = listener.stop(60_000);
    const refused = await half.response();
    expect(refused).toMatchObject({ status: 503, body: '{"error":"Ringside is shutting down."}' });
    expect(refused.headers).toMatchObject({ connection: 'close', 'retry-after': '5' });
    await half.hungUp;
    answerNow.resolve({ kind: 'stored' });
    const answered = await whole.response();
    expect(answered).toMatchObject({ status: 200, body: '{"result":"stored"}' });
    expect(answered.headers['connection']).toBe('close');
    await whole.hungUp;
    await silent.hungUp;
    await stopped;
    await expect(connectRaw(port)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('does not wait for connections that rest', async () => {
    const { port, path, listener } = await listen({});
    const resting = await connectRaw(port);
    resting.send(requestBytes('GET', path));
    expect((await resting.response()).status).toBe(200);
    await listener.stop(60_000);
    await resting.hungUp;
  });

  test('does not wait for connections that never said a word, nor for half a header', async () => {
    const { port, path, listener } = await listen({});
    const silent = await connectRaw(port);
    const halfHeader = await connectRaw(port);
    halfHeader.send('POST /hooks/x HTTP/1.1\r\nhost:');
    // Connections are taken in turn: once this one is answered, the two are known.
    const later = await connectRaw(port);
    later.send(requestBytes('GET', path));
    expect((await later.response()).status).toBe(200);
    await listener.stop(60_000);
    await Promise.all([silent.hungUp, halfHeader.hungUp]);
  });

  test('hangs up on what is still being answered when the grace is over', async () => {
    const clock = fakeClock();
    const arrived = Promise.withResolvers<void>();
    const { port, path, listener } = await listen({
      clock,
      deliver: () => {
        arrived.resolve();
        return new Promise<Receipt>(() => {});
      },
    });
    const waiting = await connectRaw(port);
    waiting.send(requestBytes('POST', path, documented.ring));
    await arrived.promise;
    const stopped = listener.stop(3000);
    clock.advance(3000);
    await stopped;
    await expect(waiting.response()).rejects.toThrow(/hung up on before a whole response/);
  });
});
