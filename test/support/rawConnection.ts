import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

import { onTestFinished } from 'vitest';

export interface RawResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A TCP connection that sends exactly what it is given and keeps every byte it hears. */
export interface RawConnection {
  send(bytes: string | Uint8Array): void;
  /** Hangs up without a word, as a sender does that crashes. */
  destroy(): void;
  /** The next whole response. Rejects when the other side hangs up before it. */
  response(): Promise<RawResponse>;
  /** Resolves when the other side has hung up, politely or not. */
  readonly hungUp: Promise<void>;
  /** Whether nothing is left of the connection on either side. */
  isGone(): boolean;
}

/** Connects to a port of 127.0.0.1. The connection outlives the other side's goodbye, as a rude sender's does. */
export async function connectRaw(port: number): Promise<RawConnection> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  // A reset is one of the ways to be hung up on.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return conversation(socket);
}

function conversation(socket: Socket): RawConnection {
  let heard: Buffer = Buffer.alloc(0);
  let over = false;
  let wake = () => {};
  const hungUp = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      wake();
      resolve();
    };
    socket.once('end', end);
    socket.once('close', end);
  });
  socket.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]);
    wake();
  });

  return {
    hungUp,
    isGone: () => socket.destroyed,
    send: (bytes) => void socket.write(bytes),
    destroy: () => void socket.destroy(),
    async response() {
      for (;;) {
        const read = firstResponse(heard);
        if (read !== null) {
          heard = heard.subarray(read.length);
          return read.response;
        }
        if (over) throw new Error(`hung up on before a whole response; heard ${JSON.stringify(heard.toString())}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

function firstResponse(bytes: Buffer): { response: RawResponse; length: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [statusLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const length = headEnd + 4 + Number(headers['content-length'] ?? 0);
  if (bytes.length < length) return null;
  const status = Number(statusLine.split(' ')[1]);
  return { response: { status, headers, body: bytes.subarray(headEnd + 4, length).toString() }, length };
}

/** The bytes of one request. A `content-length` is added for a body, unless the headers say otherwise. */
export function requestBytes(
  method: string,
  path: string,
  body: string | Uint8Array = '',
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const content = Buffer.from(body);
  const all: Record<string, string> = {
    host: '127.0.0.1',
    ...(method === 'POST' && headers['transfer-encoding'] === undefined
      ? { 'content-length': String(content.length) }
      : {}),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), content]);
}
