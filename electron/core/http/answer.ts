import { type ServerResponse, STATUS_CODES } from 'node:http';

import type { SelfTest } from '../../../shared/reach.ts';
import type { Receipt } from '../ingest/inbox.ts';

/** An answer to the PBX: always JSON, always saying what happened, never where on this machine. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const retryLater = { 'retry-after': '5' };

export const answers = {
  version: (version: string): Answer => ({ status: 200, body: { ringside: version } }),
  selfTest: (test: SelfTest | null): Answer => ({ status: 200, body: test ?? {} }),
  probe: (proof: { readonly proof: string | null }): Answer => ({ status: 200, body: proof }),
  receipt(receipt: Receipt): Answer {
    switch (receipt.kind) {
      case 'stored':
      case 'duplicate':
        return { status: 200, body: { result: receipt.kind } };
      case 'ignored':
        return { status: 200, body: { result: 'ignored', reason: receipt.reason } };
      case 'refused':
        return { status: 400, body: { error: receipt.reason } };
      case 'unavailable':
        return {
          status: 503,
          body: { error: 'Ringside cannot keep calls now; its window says why.' },
          headers: retryLater,
        };
    }
  },
  /** A wrong path and a wrong token look the same, so that nobody learns which it was. */
  notFound: { status: 404, body: { error: 'Not found.' } },
  tooManyWrong: { status: 429, body: { error: 'Too many wrong addresses.' }, headers: { 'retry-after': '1' } },
  webPage: { status: 403, body: { error: 'Webhooks come from a PBX, not from a web page.' } },
  wrongMethod: { status: 405, body: { error: 'Send events with POST.' }, headers: { allow: 'GET, POST' } },
  tooLarge: { status: 413, body: { error: 'The body is over 64 KiB.' } },
  tooSlow: { status: 408, body: { error: 'The request took too long to arrive.' } },
  badRequest: { status: 400, body: { error: 'This is not an HTTP request.' } },
  headersTooLarge: { status: 431, body: { error: 'The headers are too large.' } },
  stopping: { status: 503, body: { error: 'Ringside is shutting down.' }, headers: retryLater },
} satisfies Record<string, Answer | ((...args: never[]) => Answer)>;

/** Sends an answer once; a response that has begun, or whose sender has gone, is left alone. */
export function send(response: ServerResponse, { status, body, headers }: Answer, close = false): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(close ? { connection: 'close' } : {}),
    ...headers,
  });
  response.end(text);
}

/** The same answer for a connection that never became a request. */
export function rawAnswer({ status, body }: Answer): string {
  const text = JSON.stringify(body);
  return (
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: application/json\r\n` +
    `content-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`
  );
}
