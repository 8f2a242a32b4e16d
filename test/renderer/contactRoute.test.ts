import { expect, it } from 'vitest';

import { hrefOf, routeOf, type Route } from '../../renderer/route/route.ts';

const routes: readonly (readonly [hash: string, route: Route])[] = [
  ['#/contacts', { kind: 'contacts', search: '' }],
  ['#/contacts?q=%2B357+99', { kind: 'contacts', search: '+357 99' }],
  ['#/contacts/7', { kind: 'contact', id: 7 }],
  ['#/contacts/7?q=bob', { kind: 'contact', id: 7, search: 'bob' }],
  ['#/contacts/7/edit', { kind: 'contact', id: 7, edit: true }],
  ['#/contacts/new', { kind: 'new-contact', number: null }],
  ['#/contacts/new?number=%2B35799123456', { kind: 'new-contact', number: '+35799123456' }],
  ['#/contacts/import', { kind: 'contact-import' }],
  ['#/contacts/duplicates', { kind: 'contact-duplicates' }],
];

it.each(routes)('%s leads there and back', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
  expect(hrefOf(route)).toBe(hash);
});

it('shows the list for what it does not know, and takes a plus that was typed by hand for one', () => {
  expect(routeOf('#/contacts/nobody')).toEqual({ kind: 'contacts', search: '' });
  expect(routeOf('#/contacts/new?number=+35799')).toEqual({ kind: 'new-contact', number: '+35799' });
});
