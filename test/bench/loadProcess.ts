import { once } from 'node:events';
import { createConnection } from 'node:net';

import type { Us } from '../../shared/call.ts';
import { takeOrders } from './child.ts';
import { officeBodies } from './traffic.ts';

/** The PBX of the benchmark. Requests are built beforehand and sent over bare sockets, so that it costs little. */
export type LoadProcess = typeof skills;

export interface Load {
  readonly webhook: string;
  readonly connections: number;
  /** Calls of this series are posted; a series is new to a listener only once. */
  readonly series: number;
  readonly calls: number;
  readonly startUs: Us;
}

export interface Answered {
  readonly events: number;
  readonly bytes: number;
  readonly seconds: number;
  /** From writing a request to its whole answer, each. */
  readonly latenciesMs: readonly number[];
}

const skills = {
  /** Posts as fast as the answers come, every connection its next event. Rejects at the first answer but 200. */
  async post({ webhook, connections, series, calls, startUs }: Load): Promise<Answered> {
    const url = new URL(webhook);
    const bodies = officeBodies(series, calls, startUs);
    const requests = bodies.map((body) => requestOf(url, body));
    const sockets = await Promise.all(Array.from({ length: connections }, () => open(Number(url.port))));

    const latenciesMs: number[] = [];
    let next = 0;
    const startedMs = performance.now();
    await Promise.all(
      sockets.map(async (socket) => {
        for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
          const sentMs = performance.now();
          await socket.send(request);
          latenciesMs.push(performance.now() - sentMs);
        }
      }),
    );
    const seconds = (performance.now() - startedMs) / 1000;
    for (const socket of sockets) socket.close();
    const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
    return { events: bodies.length, bytes, seconds, latenciesMs };
  },
};

function requestOf(url: URL, body: string): Buffer {
  return Buffer.from(
    `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\nuser-agent: FreeSWITCH\r\naccept: */*\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

interface Connection {
  /** Resolves when the answer is there; rejects when it is not 200. */
  send(request: Buffer): Promise<void>;
  close(): void;
}

async function open(port: number): Promise<Connection> {
  const socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let received = '';
  let waiting: { resolve: () => void; reject: (error: Error) => void } | null = null;
  const fail = (error: Error) => waiting?.reject(error);
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
    if (!isWhole(received)) return;
    if (received.startsWith('HTTP/1.1 200 ')) waiting?.resolve();
    else fail(new Error(`Not stored: ${received}`));
    received = '';
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The listener hung up.')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(answer)?.[1];
  return headEnd >= 0 && length !== undefined && answer.length >= headEnd + 4 + Number(length);
}

takeOrders(skills, () => {});
