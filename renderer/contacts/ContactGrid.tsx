/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import { useEffect, useImperativeHandle, useMemo, useRef, type MouseEvent, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import { VList, type VListHandle } from 'virtua';

import { columns } from './columns.ts';
import { ContactLine } from './ContactLine.tsx';
import { itemsOf, type Item } from './items.ts';
import type { Choice } from './useChoice.ts';
import type { ContactList } from './useContactList.ts';
import { useCurrentContact, type ContactDeeds } from './useCurrentContact.ts';

/** Every line has this height in CSS pixels (`--line-size` in the style sheet), headings too. */
const lineHeight = 40;

export interface GridHandle {
  /** Puts the keyboard on the first contact. */
  readonly enter: () => void;
}

interface ContactGridProps {
  readonly contactList: ContactList;
  readonly open: number | null;
  readonly choice: Choice;
  readonly deeds: ContactDeeds;
  readonly ref: Ref<GridHandle>;
}

/** The list itself: only what is near the screen is in the page. */
export function ContactGrid({ contactList, open, choice, deeds, ref }: ContactGridProps) {
  const t = useTranslations('contacts');
  const list = useRef<VListHandle>(null);
  const items = useMemo(() => itemsOf(contactList.contacts), [contactList.contacts]);
  const {
    grid,
    index: current,
    onKeyDown,
    onFocus,
    settleFocus,
    enter,
  } = useCurrentContact({ items, contactList, list, open, lineHeight, choice, deeds });
  useImperativeHandle(ref, () => ({ enter }));

  function follow() {
    if (list.current) readAhead(list.current, items, contactList);
    settleFocus();
  }
  // The list grows and shrinks without being scrolled, and then shows other lines too.
  useEffect(() => {
    if (list.current) readAhead(list.current, items, contactList);
  }, [items, contactList]);

  function onClick(event: MouseEvent) {
    const contact = contactAt(items, event.target);
    if (contact === null) return;
    const isCheckbox = event.target instanceof HTMLInputElement;
    if (event.shiftKey) choice.extendTo(items, contact.id);
    else if (isCheckbox || event.ctrlKey || event.metaKey) choice.toggle(contact.id);
    else deeds.open(contact);
  }

  return (
    <div
      role="grid"
      aria-label={t('title')}
      aria-rowcount={contactList.hasMore ? -1 : items.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      className="grid contact-grid"
      data-choosing={choice.ids.size > 0}
      ref={grid}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onMouseDown={keepKeyboardOnLine}
      onClick={onClick}
    >
      <div role="rowgroup">
        <div role="row" className="line line-head" aria-rowindex={1}>
          {columns.map((column) => (
            <div key={column} role="columnheader" className={`cell contact-cell-${column}`}>
              <span className={column === 'chosen' ? 'unseen' : undefined}>{t(column)}</span>
            </div>
          ))}
        </div>
      </div>
      <VList
        role="rowgroup"
        className="grid-body"
        ref={list}
        data={items}
        itemSize={lineHeight}
        keepMounted={current === null ? [] : [current]}
        onScroll={follow}
        onResize={follow}
        onScrollEnd={settleFocus}
      >
        {(item, index) =>
          item.kind === 'contact' ? (
            <ContactLine
              key={item.key}
              contact={item.contact}
              rowIndex={index + 2}
              isCurrent={index === current}
              isOpen={item.contact.id === open}
              isChosen={choice.ids.has(item.contact.id)}
            />
          ) : (
            <div key={item.key} role="row" className="line line-heading" aria-rowindex={index + 2}>
              <div role="rowheader" aria-colspan={columns.length}>
                {item.letter}
              </div>
            </div>
          )
        }
      </VList>
    </div>
  );
}

/** A page ahead of the screen, so that the list has no end to wait at. */
function readAhead(list: VListHandle, items: readonly Item[], contactList: ContactList) {
  const last = list.findItemIndex(list.scrollOffset + list.viewportSize);
  if (contactList.hasMore && last > items.length - 250) contactList.readMore();
}

function contactAt(items: readonly Item[], target: EventTarget) {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-contact]') : null;
  const item = line && items.find(({ key }) => key === line.dataset['contact']);
  return item?.kind === 'contact' ? item.contact : null;
}

/** A box that is ticked by hand would take the keys of its line, and Shift would mark the words between. */
function keepKeyboardOnLine(event: MouseEvent) {
  const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-contact]') : null;
  if (!line || !(event.shiftKey || event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  line.focus({ preventScroll: true });
}
