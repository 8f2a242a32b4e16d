import type { IncomingMessage } from 'node:http';

import type { App } from '../core/app.ts';
import type { Log } from '../core/ports.ts';
import { refuseInJson, refuseInWords, type Answer } from './answer.ts';
import { answerRequest } from './api.ts';
import { refusal } from './gate.ts';
import type { Page } from './page.ts';
import type { Session } from './session.ts';

export interface Site {
  readonly port: number;
  readonly session: Session;
  readonly page: Page;
  readonly app: App;
  readonly log: Log;
}

/**
 * Decides what a request gets: first by where it comes from, then by who sent it, then by what it asks for. Rejects when
 * the client goes away meanwhile.
 */
export async function answer(request: IncomingMessage, site: Site): Promise<Answer> {
  const url = URL.parse(request.url ?? '', `http://127.0.0.1:${site.port}`);
  if (url === null) return refuseInWords(400, 'This is no address.');
  const path = url.pathname;
  const isApi = path.startsWith('/api/');
  const refuse = isApi ? refuseInJson : refuseInWords;

  const reason = refusal(request, path, site.port);
  if (reason !== null) {
    site.log.warn('request to the page refused', { method: request.method, path, reason });
    return refuse(403, reason);
  }

  const key = path === '/' && request.method === 'GET' ? url.searchParams.get('key') : null;
  if (key !== null && site.session.admits(key)) {
    return { kind: 'body', status: 303, headers: { Location: '/', 'Set-Cookie': site.session.cookie }, body: '' };
  }
  if (!site.session.recognises(request.headers.cookie)) {
    // Whoever follows a link on another page comes without their cookie, which is what SameSite=Strict means. The
    // refresh asks again, this time from our own page, and with it.
    const again = request.headers['sec-fetch-site'] === 'cross-site' ? { Refresh: '0; url=/' } : {};
    return refuse(401, 'Open the address that Ringside printed in the terminal.', again);
  }

  if (path === '/api/pushes') {
    return request.method === 'GET' ? { kind: 'pushes' } : refuse(405, 'Pushes are read.', { Allow: 'GET' });
  }
  return isApi ? answerRequest(path.slice('/api/'.length), request, site.app) : answerFile(path, request, site.page);
}

function answerFile(path: string, request: IncomingMessage, page: Page): Answer {
  const file = page.get(path);
  if (file === undefined) return refuseInWords(404, 'There is nothing here.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuseInWords(405, 'Pages are read.', { Allow: 'GET, HEAD' });
  }
  // The names in /assets/ hold a hash of the content, everything else keeps its name when it changes.
  const caching = path.startsWith('/assets/') ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {};
  return { kind: 'body', status: 200, headers: { 'Content-Type': file.type, ...caching }, body: file.body };
}
