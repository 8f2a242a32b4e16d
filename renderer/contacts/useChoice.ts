import { useRef, useState } from 'react';

import { contactFrom, type Item } from './items.ts';

/** Contacts that are removed or exported at once; more the core does not take. */
export const mostChosen = 1000;

export interface Choice {
  readonly ids: ReadonlySet<number>;
  /** Takes it in, or out again. */
  readonly toggle: (id: number) => void;
  /** Takes in everything between the last one toggled and this one. */
  readonly extendTo: (items: readonly Item[], id: number) => void;
  readonly choose: (ids: readonly number[]) => void;
  readonly clear: () => void;
}

/** The contacts that are chosen for a deed on all of them. */
export function useChoice(): Choice {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const anchor = useRef<number | null>(null);
  const choose = (chosen: Iterable<number>) => setIds(new Set([...chosen].slice(0, mostChosen)));

  return {
    ids,
    toggle(id) {
      anchor.current = id;
      choose(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]);
    },
    extendTo(items, id) {
      const at = (wanted: number | null) =>
        items.findIndex((item) => item.kind === 'contact' && item.contact.id === wanted);
      const from = at(anchor.current) < 0 ? at(contactFrom(items, 0, 1)?.contact.id ?? null) : at(anchor.current);
      const [first = 0, last = 0] = [from, at(id)].sort((one, other) => one - other);
      const between = items.slice(first, last + 1).flatMap((item) => (item.kind === 'contact' ? item.contact.id : []));
      choose([...ids, ...between]);
    },
    choose,
    clear() {
      anchor.current = null;
      setIds(new Set());
    },
  };
}
