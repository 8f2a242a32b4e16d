import type { IncomingHttpHeaders } from 'node:http';

/** What proxies add; nobody who posts to 127.0.0.1 has a reason to. */
const forwarded = ['x-real-ip', 'x-forwarded-for', 'forwarded', 'cf-connecting-ip'];

/**
 * Whether a request took the way from the internet, and so proves that it is open. Programs of this machine (the simulator
 * above all) post to 127.0.0.1 by that name; a tunnel keeps the name of the public host, or its far end says for whom it
 * asks. Somebody on this machine could claim either, and would fool nobody but its own user, until the next probe.
 */
export function cameByPublicAddress(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  if (publicUrl === null) return false;
  if (forwarded.some((name) => name in headers)) return true;
  // Without the port, which some proxies leave out.
  return URL.parse(`http://${headers.host ?? ''}`)?.hostname === URL.parse(publicUrl)?.hostname;
}
