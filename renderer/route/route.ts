import { assertNever } from '../../shared/assertNever.ts';
import { contactRouteOf, hrefOfContact, type ContactRoute } from './contactRoute.ts';
import { logFilterOf, queryOf, wholeLog, type LogFilter } from './logFilter.ts';
import { periodChoiceOf, periodQuery, usualPeriod, type PeriodChoice } from './periodChoice.ts';

/** What the window shows. Lives in the URL's hash, so that back, forward and reload work. */
export type Route =
  | CallsRoute
  /** With `note`, to write one about it. */
  | { readonly kind: 'call'; readonly ref: string; readonly note?: true; readonly filter?: LogFilter }
  | { readonly kind: 'follow-ups' }
  /** A call that somebody has to be called back for, beside the follow-ups. */
  | { readonly kind: 'follow-up'; readonly ref: string }
  | ContactRoute
  /** Absent for the usual period. */
  | { readonly kind: 'statistics'; readonly period?: PeriodChoice }
  | { readonly kind: 'connection' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'about' }
  | { readonly kind: 'setup' };

interface CallsRoute {
  readonly kind: 'calls';
  /** Absent for the whole log. */
  readonly filter?: LogFilter;
}

/** A list of calls that one of them can be opened beside. */
export type ListRoute = CallsRoute | { readonly kind: 'follow-ups' };

export function hrefOf(route: Route): string {
  switch (route.kind) {
    case 'calls':
      return `#/calls${queryOf(route.filter ?? wholeLog)}`;
    case 'follow-ups':
    case 'connection':
    case 'settings':
    case 'about':
    case 'setup':
      return `#/${route.kind}`;
    case 'call': {
      const note = route.note ? '/note' : '';
      return `#/calls/${encodeURIComponent(route.ref)}${note}${queryOf(route.filter ?? wholeLog)}`;
    }
    case 'statistics':
      return `#/statistics${periodQuery(route.period ?? usualPeriod)}`;
    case 'follow-up':
      return `#/follow-ups/${encodeURIComponent(route.ref)}`;
    case 'contacts':
    case 'contact':
    case 'new-contact':
    case 'contact-duplicates':
    case 'contact-import':
      return hrefOfContact(route);
    default:
      return assertNever(route);
  }
}

/** The route of a hash; whatever it does not know shows the calls. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [view = '', ...rests] = path.split('/');
  const [rest, wish] = rests;
  const ref = rest ? decode(rest) : null;
  switch (view) {
    case 'connection':
    case 'settings':
    case 'about':
    case 'setup':
      return { kind: view };
    case 'follow-ups':
      return ref === null ? { kind: view } : { kind: 'follow-up', ref };
    case 'statistics':
      return { kind: view, period: periodChoiceOf(query) };
    case 'contacts':
      return contactRouteOf(rests, new URLSearchParams(query));
    default:
      return view === 'calls' ? callsRouteOf(ref, wish === 'note', query) : { kind: 'calls' };
  }
}

/** The route of a call beside a list; with `note`, to write one about it. */
export function callIn(list: ListRoute, ref: string, note = false): Route {
  if (list.kind === 'follow-ups') return { kind: 'follow-up', ref };
  return { ...list, kind: 'call', ref, ...(note && { note: true }) };
}

function callsRouteOf(ref: string | null, note: boolean, query: string): Route {
  const read = logFilterOf(query);
  const list: CallsRoute = queryOf(read) === '' ? { kind: 'calls' } : { kind: 'calls', filter: read };
  return ref === null ? list : callIn(list, ref, note);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A hash typed by hand may hold a lone percent sign.
    return null;
  }
}
