import { readFile } from 'node:fs/promises';

import { protocol } from 'electron';

import { contentType } from '../../shared/contentType.ts';
import { contentSecurityPolicy } from '../../shared/csp.ts';
import { fileOf } from './pageFiles.ts';

/** The page's own scheme. Not `ringside:`, which is for links to calls that other programs may follow. */
export const scheme = 'ringside-app';
const host = 'window';
export const pageUrl = `${scheme}://${host}/index.html`;
export const cardUrl = `${scheme}://${host}/card.html`;
export const noteUrl = `${scheme}://${host}/note.html`;

/** Whether a frame shows a page of ours. */
export function isOurPage(url: string): boolean {
  return url.startsWith(`${scheme}://${host}/`);
}

/** Whether an address is that of a file which one of our pages has made in memory. */
export function isOwnFile(url: string): boolean {
  return url.startsWith(`blob:${scheme}://${host}/`);
}

/** Gives the scheme a web origin of its own. To be called before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers the scheme's URLs with the files of `folder`, and nothing else. */
export function serveScheme(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const file = url.host === host && request.method === 'GET' ? fileOf(folder, url.pathname) : null;
    if (file === null) return answer(404, 'text/plain', 'Not found');
    try {
      return answer(200, contentType(file), await readFile(file));
    } catch {
      return answer(404, 'text/plain', 'Not found');
    }
  });
}

function answer(status: number, type: string, body: string | Buffer<ArrayBuffer>): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  });
}
