import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VListHandle } from 'virtua';

import type { Contact } from '../../shared/contact.ts';
import { plainKey } from '../keys/plainKey.ts';
import { contactFrom, type ContactItem, type Item } from './items.ts';
import type { Choice } from './useChoice.ts';
import type { ContactList } from './useContactList.ts';

/** What can be done with the contact that has the keyboard. */
export interface ContactDeeds {
  readonly open: (contact: Contact) => void;
  readonly edit: (contact: Contact) => void;
  readonly call: (contact: Contact) => void;
  readonly remove: (ids: readonly number[]) => void;
}

interface Lines {
  readonly items: readonly Item[];
  readonly contactList: ContactList;
  readonly list: RefObject<VListHandle | null>;
  readonly open: number | null;
  readonly lineHeight: number;
  readonly choice: Choice;
  readonly deeds: ContactDeeds;
}

/** The one contact of the list that Tab reaches; the arrow keys move it (roving tabindex). */
export function useCurrentContact({ items, contactList, list, open, lineHeight, choice, deeds }: Lines) {
  const grid = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState<string | null>(null);
  const takesFocus = useRef(false);

  const wanted = items.findIndex((item) => item.key === key);
  const index = wanted >= 0 ? wanted : items.findIndex((item) => item.kind === 'contact');

  function moveTo(item: ContactItem | null) {
    if (item === null) return;
    takesFocus.current = true;
    setKey(item.key);
    // The first contact brings the heading above it along.
    if (item === contactFrom(items, 0, 1)) list.current?.scrollTo(0);
    else list.current?.scrollToIndex(items.indexOf(item), { align: 'nearest' });
  }
  async function moveToEnd() {
    // The list says by itself what it could not read.
    const contact = (await contactList.readAll().catch(() => contactList.contacts)).at(-1);
    if (contact === undefined) return;
    takesFocus.current = true;
    setKey(String(contact.id));
    // Once the lines of what was read are there.
    requestAnimationFrame(() => list.current?.scrollTo(list.current.scrollSize));
  }

  /** A line far away is invisible until the list has measured it; the grid holds the focus for it meanwhile. */
  function settleFocus() {
    if (!takesFocus.current || !grid.current?.contains(document.activeElement)) return;
    const line = lineOf(grid.current, key);
    line?.focus({ preventScroll: true });
    takesFocus.current = document.activeElement !== line;
    if (takesFocus.current) grid.current.focus({ preventScroll: true });
  }
  useLayoutEffect(settleFocus);

  const lastOpen = useRef(open);
  useLayoutEffect(() => {
    // Coming back from a contact, the keyboard is on its line again.
    if (open === null && lastOpen.current !== null) lineOf(grid.current, String(lastOpen.current))?.focus();
    lastOpen.current = open;
  }, [open]);

  /** Those that are chosen, or else the one that has the keyboard, which goes on to the next. */
  function remove(here: ContactItem) {
    const ids = choice.ids.size > 0 ? [...choice.ids] : [here.contact.id];
    const leaves = (item: ContactItem | null) => item !== null && ids.includes(item.contact.id);
    let next = contactFrom(items, index, 1);
    while (leaves(next) && next !== null) next = contactFrom(items, items.indexOf(next) + 1, 1);
    moveTo(next ?? contactFrom(items, index - 1, -1));
    deeds.remove(ids);
  }

  function onKeyDown(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      contactList.readAll().then(
        (contacts) => choice.choose(contacts.map(({ id }) => id)),
        () => undefined,
      );
      event.preventDefault();
      return;
    }
    const pressed = plainKey(event.nativeEvent);
    if (pressed === null) return;
    const page = Math.max(1, Math.floor((list.current?.viewportSize ?? 0) / lineHeight) - 1);
    const last = items.length - 1;
    const moves: Record<string, () => ContactItem | null> = {
      ArrowDown: () => contactFrom(items, index + 1, 1),
      ArrowUp: () => contactFrom(items, index - 1, -1),
      PageDown: () => contactFrom(items, Math.min(last, index + page), 1) ?? contactFrom(items, last, -1),
      PageUp: () => contactFrom(items, Math.max(0, index - page), -1) ?? contactFrom(items, 0, 1),
      Home: () => contactFrom(items, 0, 1),
    };
    const here = items[index];
    if (here?.kind !== 'contact') return;
    const move = moves[event.key];
    if (move) {
      const to = move();
      if (event.shiftKey && to !== null) {
        if (choice.ids.size === 0) choice.toggle(here.contact.id);
        choice.extendTo(items, to.contact.id);
      }
      moveTo(to);
    } else if (event.key === 'End') void moveToEnd();
    else if (pressed === 'enter') deeds.open(here.contact);
    else if (pressed === 'e') deeds.edit(here.contact);
    else if (pressed === 'c' && !event.repeat) deeds.call(here.contact);
    else if (pressed === 'x' || pressed === ' ') choice.toggle(here.contact.id);
    else if (pressed === 'delete' || pressed === 'backspace') remove(here);
    else if (pressed === 'escape' && choice.ids.size > 0) choice.clear();
    else return;
    event.preventDefault();
  }

  function onFocus(event: FocusEvent) {
    const line = event.target.closest<HTMLElement>('[data-contact]');
    if (line) setKey(line.dataset['contact'] ?? key);
  }

  /** Puts the keyboard on the first contact, from wherever it was. */
  function enter() {
    const first = contactFrom(items, 0, 1);
    if (first === null) return;
    setKey(first.key);
    takesFocus.current = true;
    grid.current?.focus({ preventScroll: true });
    list.current?.scrollTo(0);
  }

  return { grid, index: index < 0 ? null : index, onKeyDown, onFocus, settleFocus, enter };
}

function lineOf(grid: HTMLElement | null, key: string | null): HTMLElement | null {
  return key === null ? null : (grid?.querySelector<HTMLElement>(`[data-contact="${CSS.escape(key)}"]`) ?? null);
}
