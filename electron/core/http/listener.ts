import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Receipt } from '../ingest/inbox.ts';
import type { Clock } from '../ports.ts';
import type { SelfTests } from '../reach/selfTest.ts';
import { answers, rawAnswer, send } from './answer.ts';
import { probeHeader } from './probeHeader.ts';
import { rateLimit } from './rateLimit.ts';
import { readBody } from './readBody.ts';
import { sameSecret } from './sameSecret.ts';

export interface ListenerOptions {
  /** TCP port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** The secrets that stand in good addresses: the one in force, and for a while the one before. */
  readonly tokens: () => readonly string[];
  readonly version: string;
  readonly clock: Clock;
  readonly deliver: (body: Buffer) => Promise<Receipt>;
  /** What a probe is answered, told by the value of its header. */
  readonly probed: (header: string) => { readonly proof: string | null };
  /** The PBX was told that its event is fine. */
  readonly accepted: (headers: IncomingHttpHeaders) => void;
  /** Where programs of this user ask for the self-test (`GET`), and begin it (`POST`). */
  readonly local: { readonly path: string; readonly selfTests: () => SelfTests };
  /** Somebody asked for a wrong path or token. */
  readonly wrongAddress: () => void;
  /** How long a whole request may take to arrive, in ms. */
  readonly requestTimeoutMs?: number;
}

export interface Listener {
  readonly port: number;
  /** Answers what has arrived, refuses what is half sent, and hangs up on everybody after `graceMs` at the latest. */
  stop(graceMs: number): Promise<void>;
}

export type Listening =
  | { readonly kind: 'listening'; readonly listener: Listener }
  | { readonly kind: 'port-taken' }
  | { readonly kind: 'failed'; readonly message: string };

/** Listens for the PBX on loopback. Every row of the answers it gives is in `answer.ts`. */
export function startListener(options: ListenerOptions): Promise<Listening> {
  const { port, tokens, version, clock, deliver, local, wrongAddress, requestTimeoutMs = 10_000 } = options;
  const underLimit = rateLimit(clock, { burst: 100, perSecond: 10 });
  /** Requests whose body is still arriving, each with the way to turn it away. */
  const arriving = new Set<() => void>();
  /** Requests that still wait for their answer: all that a stop waits for. */
  let unanswered = 0;
  let stopping = false;

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isOurs(request.url, tokens())) {
      if (sameSecret(request.url ?? '', local.path)) return send(response, selfTestAnswer(request.method));
      wrongAddress();
      return send(response, underLimit() ? answers.notFound : answers.tooManyWrong);
    }
    if (comesFromWebPage(request)) return send(response, answers.webPage);
    if (request.method === 'GET') return send(response, answers.version(version));
    if (request.method !== 'POST') return send(response, answers.wrongMethod);
    if (stopping) return send(response, answers.stopping, true);

    const refuse = () => send(response, answers.stopping, true);
    arriving.add(refuse);
    const body = await readBody(request);
    arriving.delete(refuse);
    switch (body.kind) {
      case 'gone':
        return undefined;
      case 'too-large':
        return send(response, answers.tooLarge, true);
      case 'whole': {
        const probe = request.headers[probeHeader];
        if (typeof probe === 'string') return send(response, answers.probe(options.probed(probe)), stopping);
        const receipt = await deliver(body.bytes);
        send(response, answers.receipt(receipt), stopping);
        if (receipt.kind !== 'refused' && receipt.kind !== 'unavailable') options.accepted(request.headers);
        return undefined;
      }
    }
  };

  const selfTestAnswer = (method: string | undefined) => {
    const { start, get } = local.selfTests();
    return answers.selfTest(method === 'POST' ? start() : get());
  };

  const server = createServer(
    {
      headersTimeout: Math.min(5000, requestTimeoutMs),
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1000, requestTimeoutMs / 2),
      keepAliveTimeout: 30_000,
    },
    (request, response) => {
      unanswered += 1;
      response.once('close', () => {
        unanswered -= 1;
        if (stopping && unanswered === 0) server.closeAllConnections();
      });
      void handle(request, response);
    },
  );
  boundConnections(server);
  server.on('clientError', answerBrokenRequest);

  return new Promise((resolve) => {
    // Stays for good: a connection that cannot be taken (no file handles left, say) is an error as well.
    server.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? { kind: 'port-taken' } : { kind: 'failed', message: error.message });
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      resolve({
        kind: 'listening',
        listener: {
          port: (server.address() as AddressInfo).port,
          stop(graceMs) {
            stopping = true;
            const closed = close(server, clock, graceMs);
            arriving.forEach((refuse) => refuse());
            // Not only the idle ones: a connection that has not said a word yet counts as busy to Node.
            if (unanswered === 0) server.closeAllConnections();
            return closed;
          },
        },
      });
    });
  });
}

/** Few enough to bound the memory, many enough for every honest sender. */
const maxConnections = 512;

/**
 * Bounds the open connections. When there are too many, the one goes that has not sent a whole request for the longest:
 * a stranger's silent or half-sent ones do not shut the PBX out.
 */
function boundConnections(server: Server): void {
  /** All but those that are being answered, the longest without a whole request first. */
  const waiting = new Set<Socket>();
  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.once('close', () => waiting.delete(socket));
    if (waiting.size > maxConnections) waiting.values().next().value?.destroy();
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    request.once('end', () => waiting.delete(socket));
    response.once('close', () => {
      waiting.delete(socket);
      if (!socket.destroyed) waiting.add(socket);
    });
  });
}

/** `/hooks/<token>`, with or without a query. Every other path costs the same comparison. */
function isOurs(url: string | undefined, tokens: readonly string[]): boolean {
  const path = (url ?? '').split('?', 1)[0] ?? '';
  return tokens.map((token) => sameSecret(path, `/hooks/${token}`)).includes(true);
}

/**
 * Browsers add these by themselves and pages cannot take them off; a PBX has no reason to send them. Node's own fetch
 * is no browser, yet sends one of them, alone; whatever is built on it must get through.
 */
function comesFromWebPage({ headers }: IncomingMessage): boolean {
  if (headers.origin !== undefined) return true;
  const names = Object.keys(headers).filter((name) => name.startsWith('sec-fetch-'));
  const isNodeFetch = names.length === 1 && headers['sec-fetch-mode'] === 'cors';
  return names.length > 0 && !isNodeFetch;
}

function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const answer =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? answers.tooSlow
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? answers.headersTooLarge
        : answers.badRequest;
  // A sender that never closes its own end must not hold on to its place among the connections.
  socket.end(rawAnswer(answer), () => socket.destroy());
}

function close(server: Server, clock: Clock, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const callOff = clock.after(graceMs, () => server.closeAllConnections());
    server.close(() => {
      callOff();
      resolve();
    });
    server.closeIdleConnections();
  });
}
