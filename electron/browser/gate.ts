import type { IncomingMessage } from 'node:http';

/**
 * Says why a request cannot have come from our own page or from the address bar; null when it can. All of this is about
 * other web pages: they may send requests to a loopback port too, and the browser marks what they send.
 */
export function refusal(request: IncomingMessage, path: string, port: number): string | null {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-dest': destination } = request.headers;

  // A foreign name that resolves to 127.0.0.1 (DNS rebinding) shows in Host.
  const own = [new URL(`http://127.0.0.1:${port}`), new URL(`http://localhost:${port}`)].find(
    (url) => url.host === host,
  );
  if (own === undefined) return 'The page is served under 127.0.0.1 and localhost alone.';
  if (origin !== undefined && origin !== own.origin) return 'Requests from other pages are refused.';

  // Another port of this machine is `same-site`, and our cookie goes there too: as foreign as any other page. A link
  // may open our front door in a tab of its own; a frame, an image or a script of another page gets nothing.
  const foreign = site === 'cross-site' || site === 'same-site';
  const opensTab = request.method === 'GET' && path === '/' && destination === 'document';
  if (foreign && !opensTab) return 'Requests from other pages are refused.';

  if (request.method === 'POST' && origin === undefined && site !== 'same-origin') {
    return 'A request has to say which page it comes from.';
  }
  return null;
}
