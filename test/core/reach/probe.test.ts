import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSafeServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { systemClock } from '../../../electron/core/clock.ts';
import { probeHeader } from '../../../electron/core/http/probeHeader.ts';
import { openProber } from '../../../electron/core/reach/probe.ts';
import { freePort } from '../../support/port.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const never = new AbortController().signal;
const prober = () => openProber(systemClock);

/** A server on a free port, for this test. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const answering = async (listener: RequestListener) =>
  `http://127.0.0.1:${await listening(createServer(listener))}/hooks/x`;

describe('a probe', () => {
  test('returns when our own listener saw it and proves so', async () => {
    const own = prober();
    const seen: string[] = [];
    const url = await answering((request, response) => {
      const header = String(request.headers[probeHeader]);
      seen.push(`${request.method} ${request.url} ${String(request.headers['content-type'])}`);
      response.end(JSON.stringify(own.answer(header)));
    });
    expect(await own.probe(url, never)).toMatchObject({ kind: 'returned' });
    expect(seen).toEqual(['POST /hooks/x application/json']);
  });

  test('is answered by no other Ringside, and by ours no second time', async () => {
    const own = prober();
    let header = '';
    const url = await answering((request, response) => {
      header = String(request.headers[probeHeader]);
      response.end(JSON.stringify(prober().answer(header)));
    });
    expect(await own.probe(url, never)).toEqual({ kind: 'lost', trouble: { code: 'not-ours', detail: '' } });
    expect(own.answer(header)).toEqual({ proof: null });
  });

  test('is not returned by a proof that somebody made up, nor by an echo', async () => {
    const own = prober();
    for (const proof of ['a'.repeat(64), '']) {
      const url = await answering((_request, response) => void response.end(JSON.stringify({ proof })));
      expect(await own.probe(url, never)).toMatchObject({ kind: 'lost' });
    }
    const echo = await answering((request, response) => {
      own.answer(String(request.headers[probeHeader]));
      response.end(JSON.stringify({ proof: String(request.headers[probeHeader]) }));
    });
    expect(await own.probe(echo, never)).toMatchObject({ kind: 'lost' });
  });

  test('is not fooled by the page of a captive portal', async () => {
    const url = await answering((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<html>Welcome to the hotel. Please log in.</html>');
    });
    expect(await prober().probe(url, never)).toEqual({
      kind: 'lost',
      trouble: { code: 'wrong-answer', detail: 'HTTP 200' },
    });
  });

  test('follows no redirect', async () => {
    let asked = 0;
    const elsewhere = await answering((_request, response) => {
      asked += 1;
      response.end();
    });
    const url = await answering((_request, response) => void response.writeHead(302, { location: elsewhere }).end());
    expect(await prober().probe(url, never)).toEqual({
      kind: 'lost',
      trouble: { code: 'wrong-answer', detail: `HTTP 302 to ${elsewhere}` },
    });
    expect(asked).toBe(0);
  });

  test('says what the server at the public address says', async () => {
    const url = await answering((_request, response) => void response.writeHead(502).end('Bad gateway'));
    expect(await prober().probe(url, never)).toEqual({
      kind: 'lost',
      trouble: { code: 'http-error', detail: 'HTTP 502' },
    });
  });

  test('knows another Ringside by its answer to a wrong token', async () => {
    const other = await startApp();
    const url = new URL('/hooks/of-somebody-else', other.webhook()).href;
    expect(await prober().probe(url, never)).toEqual({ kind: 'lost', trouble: { code: 'not-ours', detail: '' } });
  });

  test('trusts no certificate that nobody vouches for', async () => {
    const folder = tempFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', ...kind, '-subj', '/CN=localhost', '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    const server = createSafeServer({ key: readFileSync(key), cert: readFileSync(cert) });
    const url = `https://localhost:${await listening(server)}/hooks/x`;
    expect(await prober().probe(url, never)).toMatchObject({ kind: 'lost', trouble: { code: 'tls' } });
  });

  test('says when nobody is there, when the name is unknown, and when what answers speaks no TLS', async () => {
    const troubleAt = async (url: string) => {
      const result = await prober().probe(url, never);
      return result.kind === 'lost' ? result.trouble.code : result.kind;
    };
    expect(await troubleAt(`http://127.0.0.1:${await freePort()}/hooks/x`)).toBe('unreachable');
    expect(await troubleAt('https://hooks.invalid/hooks/x')).toBe('unresolved');
    expect(await troubleAt((await answering(() => {})).replace('http:', 'https:'))).toBe('tls');
    expect(await troubleAt('no address at all')).toBe('bad-config');
  });

  test('is given up after five seconds of silence, and at once when nobody wants to know any more', async () => {
    const silent = `http://127.0.0.1:${await listening(createSocketServer())}/hooks/x`;
    const ending = new AbortController();
    const given = prober().probe(silent, ending.signal);
    ending.abort();
    expect(await given).toMatchObject({ kind: 'lost' });
    expect(await prober().probe(silent, never)).toEqual({ kind: 'lost', trouble: { code: 'timeout', detail: '' } });
  });
});

describe('the listener', () => {
  test('never takes a probe for an event, whoever sent it', async () => {
    const running = await startApp({ extensions: ['1002'] });
    const response = await fetch(running.webhook(), {
      method: 'POST',
      body: '{}',
      headers: { [probeHeader]: 'made-up.signature' },
    });
    expect([response.status, await response.json()]).toEqual([200, { proof: null }]);
    expect(await running.ask('rejected.list')).toEqual([]);
    expect((await running.ask('status.get')).lastEventAtUs).toBeNull();
  });
});
