import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { contentSecurityPolicy } from '../../shared/csp.ts';
import type { App } from '../core/app.ts';
import type { Clock, Log } from '../core/ports.ts';
import { readPage } from './page.ts';
import { streamPushes } from './pushes.ts';
import { answer, type Site } from './routes.ts';
import { createSession } from './session.ts';

export interface BrowserHostOptions {
  readonly app: App;
  readonly clock: Clock;
  readonly log: Log;
  /** Folder of the built page. */
  readonly distDir: string;
  /** TCP port of the page; 0 takes any free one. Never the webhook port: the tunnel shows that one to the world. */
  readonly uiPort: number;
}

export interface BrowserHost {
  /** The address for the terminal. Whoever has it is let in. */
  readonly url: string;
  /** An address that lets in once, for a browser that this machine is told to open. */
  issueUrl(): string;
  /** Ends every push stream, answers what is in flight, closes; cuts off what is left after two seconds. */
  stop(): Promise<void>;
}

/** How long what is in flight may take when the host stops. */
const stopMs = 2000;

const headersOfEveryAnswer = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Serves the page and the contract on 127.0.0.1. Rejects when the page is not built or the port cannot be had. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { app, clock, log } = options;
  const page = await readPage(options.distDir);
  // These bound the time until a request is complete. A push stream is one short request with a long answer.
  const server = createServer({ headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 });
  server.listen(options.uiPort, '127.0.0.1');
  await once(server, 'listening');

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address and a port.');
  const session = createSession(address.port);
  const site: Site = { port: address.port, session, page, app, log };
  const streams = new Set<ServerResponse>();

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headersOfEveryAnswer)) response.setHeader(name, value);
    const answered = await answer(request, site);
    // A connection that is kept for the next request would keep a stopping server open.
    if (!server.listening) response.setHeader('Connection', 'close');
    if (answered.kind === 'pushes') {
      streams.add(response);
      response.once('close', () => streams.delete(response));
      streamPushes(response, app, clock, log);
    } else {
      for (const [name, value] of Object.entries(answered.headers)) response.setHeader(name, value);
      response.statusCode = answered.status;
      response.end(answered.body);
    }
  }

  server.on('request', (request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (!request.complete) return;
      log.error('the browser host failed to answer', { error: String(error) });
      response.destroy();
    });
  });

  const addressWith = (key: string): string => `http://127.0.0.1:${address.port}/?key=${key}`;
  return {
    url: addressWith(session.key),
    issueUrl: () => addressWith(session.issueOnce()),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const stream of streams) stream.end();
      const callOff = clock.after(stopMs, () => server.closeAllConnections());
      await closed;
      callOff();
    },
  };
}
