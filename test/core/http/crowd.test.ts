import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import { listen } from '../../support/bareListener.ts';

/** Opens connections that say `words` and then nothing more. */
async function crowd(port: number, size: number, words: string): Promise<Socket[]> {
  const sockets = Array.from({ length: size }, () => connect(port, '127.0.0.1').on('error', () => {}));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.write(words, resolve))));
  return sockets;
}

test.for([
  ['say nothing', ''],
  ['stop in the middle of a header', 'POST /hooks/x HTTP/1.1\r\nHost'],
] as const)('six hundred connections that %s do not keep an honest sender out', async ([, words]) => {
  const { port, path } = await listen({});
  await crowd(port, 600, words);
  for (let n = 0; n < 20; n += 1) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: '{}',
      headers: { connection: 'close' },
    });
    expect(response.status).toBe(200);
  }
});

test('six hundred half-sent bodies do not keep an honest sender out', async () => {
  const { port, path } = await listen({});
  const sockets = await crowd(port, 600, `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(200);
  // The first to come are the first to go, so that what a crowd can hold is bounded.
  await expect.poll(() => sockets.filter((socket) => socket.destroyed).length).toBeGreaterThanOrEqual(600 - 512);
  expect(sockets.at(-1)?.destroyed).toBe(false);
});
