import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VListHandle } from 'virtua';

import type { CallRow } from '../../shared/call.ts';
import { plainKey } from '../keys/plainKey.ts';
import type { CallLineItem, Lines } from './lines.ts';

interface List {
  readonly lines: Lines;
  readonly list: RefObject<VListHandle | null>;
  readonly open: string | null;
  readonly lineHeight: number;
  /** Shift was held: what is chosen reaches to the call that the keyboard went to. */
  readonly onExtend: (from: CallRow, to: CallRow) => void;
  /** Any other key, on a call. Tells whether it meant something. */
  readonly onKey: (key: string, call: CallRow, event: KeyboardEvent) => boolean;
}

/** The one call of the list that Tab reaches; the arrow keys move it (roving tabindex). */
export function useCurrentCall({ lines, list, open, lineHeight, onExtend, onKey }: List) {
  const grid = useRef<HTMLDivElement>(null);
  const [ref, setRef] = useState<string | null>(null);
  const takesFocus = useRef(false);

  const wanted = lines.indexOf(ref);
  const first = lines.callFrom(0, 1);
  const index = wanted >= 0 ? wanted : lines.indexOf(first?.key ?? null);

  function show(item: CallLineItem) {
    setRef(item.key);
    // The first call brings the heading above it along.
    if (item.key === first?.key) list.current?.scrollTo(0);
    else list.current?.scrollToIndex(lines.indexOf(item.key), { align: 'nearest' });
  }
  function moveTo(item: CallLineItem) {
    takesFocus.current = true;
    show(item);
  }

  /** A line far away is invisible until the list has measured it; the grid holds the focus for it meanwhile. */
  function settleFocus(on = ref) {
    if (!takesFocus.current || !grid.current?.contains(document.activeElement)) return;
    const line = lineOf(grid.current, on);
    line?.focus({ preventScroll: true });
    takesFocus.current = document.activeElement !== line;
    if (takesFocus.current) grid.current.focus({ preventScroll: true });
  }
  useLayoutEffect(() => settleFocus());

  const lastOpen = useRef(open);
  useLayoutEffect(() => {
    const before = lastOpen.current;
    lastOpen.current = open;
    if (open === before) return;
    // Coming back from a call, the keyboard is on its line again.
    if (open === null) {
      lineOf(grid.current, before)?.focus();
      return;
    }
    // Whoever goes from call to call sees in the list where that is.
    const item = lines.callFrom(lines.indexOf(open), 1);
    if (before !== null && item?.key === open) show(item);
  });

  function onKeyDown(event: KeyboardEvent) {
    const key = plainKey(event.nativeEvent);
    const here = lines.at(index);
    if (key === null || here?.kind !== 'call') return;
    const page = Math.max(1, Math.floor((list.current?.viewportSize ?? 0) / lineHeight) - 1);
    const last = lines.length - 1;
    const moves: Record<string, () => CallLineItem | null> = {
      ArrowDown: () => lines.callFrom(index + 1, 1),
      ArrowUp: () => lines.callFrom(index - 1, -1),
      PageDown: () => lines.callFrom(Math.min(last, index + page), 1) ?? lines.callFrom(last, -1),
      PageUp: () => lines.callFrom(Math.max(0, index - page), -1) ?? first,
      Home: () => first,
      End: () => lines.callFrom(last, -1),
    };
    const move = moves[event.key];
    if (move === undefined && !onKey(key, here.call, event)) return;
    event.preventDefault();
    const to = move?.();
    if (!to) return;
    if (event.shiftKey) onExtend(here.call, to.call);
    moveTo(to);
  }

  function onFocus(event: FocusEvent) {
    if (event.target instanceof HTMLElement) setRef(event.target.dataset['ref'] ?? ref);
  }

  /** Takes the keyboard to the list. */
  function enter() {
    takesFocus.current = true;
    grid.current?.focus({ preventScroll: true });
    settleFocus(lines.at(index)?.key);
  }

  return { grid, index: index < 0 ? null : index, onKeyDown, onFocus, settleFocus, enter };
}

function lineOf(grid: HTMLElement | null, ref: string | null): HTMLElement | null {
  return ref === null ? null : (grid?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`) ?? null);
}
