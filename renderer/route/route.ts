import { assertNever } from '../../shared/assertNever.ts';

/** What the window shows. Lives in the URL's hash, so that back, forward and reload work. */
export type Route =
  | { readonly kind: 'calls' }
  /** With `note`, to write one about it. */
  | { readonly kind: 'call'; readonly ref: string; readonly note?: true }
  | { readonly kind: 'follow-ups' }
  /** A call that somebody has to be called back for, beside the follow-ups. */
  | { readonly kind: 'follow-up'; readonly ref: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'setup' };

export function hrefOf(route: Route): string {
  switch (route.kind) {
    case 'calls':
    case 'follow-ups':
    case 'settings':
    case 'setup':
      return `#/${route.kind}`;
    case 'call':
      return `#/calls/${encodeURIComponent(route.ref)}${route.note ? '/note' : ''}`;
    case 'follow-up':
      return `#/follow-ups/${encodeURIComponent(route.ref)}`;
    default:
      return assertNever(route);
  }
}

/** The route of a hash; whatever it does not know shows the calls. */
export function routeOf(hash: string): Route {
  const [view, rest, wish] = hash.replace(/^#\/?/, '').split('/');
  if (view === 'settings' || view === 'setup') return { kind: view };
  const ref = rest ? decode(rest) : null;
  if (view === 'follow-ups') return ref === null ? { kind: view } : { kind: 'follow-up', ref };
  if (view !== 'calls' || ref === null) return { kind: 'calls' };
  return wish === 'note' ? { kind: 'call', ref, note: true } : { kind: 'call', ref };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A hash typed by hand may hold a lone percent sign.
    return null;
  }
}
