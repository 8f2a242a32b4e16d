import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VListHandle } from 'virtua';

import type { CallRow } from '../../shared/call.ts';
import { plainKey } from '../keys/plainKey.ts';
import { navigate } from '../route/useRoute.ts';
import { callFrom, type CallItem, type Item } from './items.ts';

interface Lines {
  readonly items: readonly Item[];
  readonly list: RefObject<VListHandle | null>;
  readonly open: string | null;
  readonly lineHeight: number;
  readonly callBack: (call: CallRow) => void;
}

/** The one call of the list that Tab reaches; the arrow keys move it (roving tabindex). */
export function useCurrentCall({ items, list, open, lineHeight, callBack }: Lines) {
  const grid = useRef<HTMLDivElement>(null);
  const [ref, setRef] = useState<string | null>(null);
  const takesFocus = useRef(false);

  const wanted = items.findIndex((item) => item.kind === 'call' && item.key === ref);
  const index = wanted >= 0 ? wanted : items.findIndex((item) => item.kind === 'call');

  function moveTo(item: CallItem | null) {
    if (item === null) return;
    takesFocus.current = true;
    setRef(item.key);
    // The first call brings the heading above it along.
    if (item === callFrom(items, 0, 1)) list.current?.scrollTo(0);
    else list.current?.scrollToIndex(items.indexOf(item), { align: 'nearest' });
  }

  /** A line far away is invisible until the list has measured it; the grid holds the focus for it meanwhile. */
  function settleFocus() {
    if (!takesFocus.current || !grid.current?.contains(document.activeElement)) return;
    const line = lineOf(grid.current, ref);
    line?.focus({ preventScroll: true });
    takesFocus.current = document.activeElement !== line;
    if (takesFocus.current) grid.current.focus({ preventScroll: true });
  }
  useLayoutEffect(settleFocus);

  const lastOpen = useRef(open);
  useLayoutEffect(() => {
    // Coming back from a call, the keyboard is on its line again.
    if (open === null && lastOpen.current !== null) lineOf(grid.current, lastOpen.current)?.focus();
    lastOpen.current = open;
  }, [open]);

  function onKeyDown(event: KeyboardEvent) {
    const key = plainKey(event.nativeEvent);
    if (key === null) return;
    const page = Math.max(1, Math.floor((list.current?.viewportSize ?? 0) / lineHeight) - 1);
    const last = items.length - 1;
    const moves: Record<string, () => CallItem | null> = {
      ArrowDown: () => callFrom(items, index + 1, 1),
      ArrowUp: () => callFrom(items, index - 1, -1),
      PageDown: () => callFrom(items, Math.min(last, index + page), 1) ?? callFrom(items, last, -1),
      PageUp: () => callFrom(items, Math.max(0, index - page), -1) ?? callFrom(items, 0, 1),
      Home: () => callFrom(items, 0, 1),
      End: () => callFrom(items, last, -1),
    };
    const move = moves[event.key];
    const here = items[index];
    if (move) moveTo(move());
    else if (here?.kind !== 'call') return;
    else if (key === 'enter') navigate({ kind: 'call', ref: here.key });
    // The call that is open goes to its note by itself.
    else if (key === 'n' && here.key !== open) navigate({ kind: 'call', ref: here.key, note: true });
    else if (key === 'c' && !event.repeat) callBack(here.call);
    else return;
    event.preventDefault();
  }

  function onFocus(event: FocusEvent) {
    if (event.target instanceof HTMLElement) setRef(event.target.dataset['ref'] ?? ref);
  }

  return { grid, index: index < 0 ? null : index, onKeyDown, onFocus, settleFocus };
}

function lineOf(grid: HTMLElement | null, ref: string | null): HTMLElement | null {
  return ref === null ? null : (grid?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`) ?? null);
}
