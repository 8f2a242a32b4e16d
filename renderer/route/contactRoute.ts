import { assertNever } from '../../shared/assertNever.ts';

/** What the window shows of the contacts. */
export type ContactRoute =
  /** Those that a search finds; all of them without one. */
  | { readonly kind: 'contacts'; readonly search: string }
  /** One of them, beside the list with the search that it was found by; with `edit`, to change it. */
  | { readonly kind: 'contact'; readonly id: number; readonly search?: string; readonly edit?: true }
  /** One to be written, of this number. */
  | { readonly kind: 'new-contact'; readonly number: string | null }
  | { readonly kind: 'contact-duplicates' }
  | { readonly kind: 'contact-import' };

export function hrefOfContact(route: ContactRoute): string {
  switch (route.kind) {
    case 'contacts':
      return `#/contacts${queryOf('q', route.search)}`;
    case 'contact':
      return `#/contacts/${route.id}${route.edit ? '/edit' : ''}${queryOf('q', route.search ?? '')}`;
    case 'new-contact':
      return `#/contacts/new${queryOf('number', route.number ?? '')}`;
    case 'contact-duplicates':
      return '#/contacts/duplicates';
    case 'contact-import':
      return '#/contacts/import';
    default:
      return assertNever(route);
  }
}

/** The route of what stands behind `#/contacts`; whatever it does not know shows the list. */
export function contactRouteOf([place, wish]: readonly string[], query: URLSearchParams): ContactRoute {
  const search = query.get('q') ?? '';
  if (place === 'import') return { kind: 'contact-import' };
  if (place === 'duplicates') return { kind: 'contact-duplicates' };
  if (place === 'new') return { kind: 'new-contact', number: numberIn(query) };
  if (place === undefined || !/^\d{1,15}$/.test(place)) return { kind: 'contacts', search };
  return {
    kind: 'contact',
    id: Number(place),
    ...(search !== '' && { search }),
    ...(wish === 'edit' && { edit: true as const }),
  };
}

function queryOf(name: string, value: string): string {
  return value === '' ? '' : `?${new URLSearchParams({ [name]: value }).toString()}`;
}

/** A plus typed by hand means a blank to an address, and never one to a number. */
function numberIn(query: URLSearchParams): string | null {
  const number = query.get('number')?.replace(/^ /, '+').trim() ?? '';
  return number === '' ? null : number;
}
