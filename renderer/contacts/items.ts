import type { Contact } from '../../shared/contact.ts';

/** One line of the list: a contact, or the letter of those below it. */
export type Item =
  | { readonly kind: 'letter'; readonly key: string; readonly letter: string }
  | { readonly kind: 'contact'; readonly key: string; readonly contact: Contact };
export type ContactItem = Extract<Item, { kind: 'contact' }>;

/** The contacts in their order, with a heading wherever another letter begins. */
export function itemsOf(contacts: readonly Contact[]): readonly Item[] {
  const items: Item[] = [];
  let letter: string | null = null;
  for (const contact of contacts) {
    const first = letterOf(contact.name);
    if (first !== letter) items.push({ kind: 'letter', key: `${first} ${contact.id}`, letter: first });
    letter = first;
    items.push({ kind: 'contact', key: String(contact.id), contact });
  }
  return items;
}

/** The letter a name stands under, without its accent; `#` for one that begins with none. */
export function letterOf(name: string): string {
  const [first = ''] = name.trim().normalize('NFD').toLocaleUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
}

/** The nearest contact at `index` or beyond it in the given direction, or null past the end. */
export function contactFrom(items: readonly Item[], index: number, step: 1 | -1): ContactItem | null {
  for (let at = index; at >= 0 && at < items.length; at += step) {
    const item = items[at];
    if (item?.kind === 'contact') return item;
  }
  return null;
}
