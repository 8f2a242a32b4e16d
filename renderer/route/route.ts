import { assertNever } from '../../shared/assertNever.ts';

/** What the window shows. Lives in the URL's hash, so that back, forward and reload work. */
export type Route =
  | { readonly kind: 'calls' }
  | { readonly kind: 'call'; readonly ref: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'setup' };

export function hrefOf(route: Route): string {
  switch (route.kind) {
    case 'calls':
    case 'settings':
    case 'setup':
      return `#/${route.kind}`;
    case 'call':
      return `#/calls/${encodeURIComponent(route.ref)}`;
    default:
      return assertNever(route);
  }
}

/** The route of a hash; whatever it does not know shows the calls. */
export function routeOf(hash: string): Route {
  const [view, ref] = hash.replace(/^#\/?/, '').split('/');
  if (view === 'settings' || view === 'setup') return { kind: view };
  const decoded = view === 'calls' && ref ? decode(ref) : null;
  return decoded === null ? { kind: 'calls' } : { kind: 'call', ref: decoded };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A hash typed by hand may hold a lone percent sign.
    return null;
  }
}
