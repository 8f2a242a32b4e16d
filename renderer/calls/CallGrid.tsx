/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react';
import { useTranslations } from 'use-intl';
import { VList, type VListHandle } from 'virtua';

import type { CallRow } from '../../shared/call.ts';
import type { CallLog } from '../data/useCallLog.ts';
import { plainKey } from '../keys/plainKey.ts';
import type { Selection } from '../selection/useSelection.ts';
import { CallLine } from './CallLine.tsx';
import { columns } from './columns.ts';
import { FarLine } from './FarLine.tsx';
import { GapLine } from './GapLine.tsx';
import { HeadingLine } from './HeadingLine.tsx';
import type { Lines } from './lines.ts';
import { NewCalls } from './NewCalls.tsx';
import { useCurrentCall } from './useCurrentCall.ts';

/** Every line has this height in CSS pixels (`--line-size` in the style sheet), headings too. */
const lineHeight = 40;

/** What others may want of the list. */
export interface CallGridHandle {
  /** Takes the keyboard to the call that had it last. */
  readonly enter: () => void;
}

interface CallGridProps {
  readonly log: CallLog;
  readonly lines: Lines;
  readonly grewAbove: boolean;
  readonly isAtTop: boolean;
  readonly onAtTop: (isAtTop: boolean) => void;
  readonly open: string | null;
  readonly onOpen: (call: CallRow) => void;
  readonly selection: Selection;
  /** A key on a call that does not move the keyboard. Tells whether it meant something. */
  readonly onKey: (key: string, call: CallRow, event: KeyboardEvent) => boolean;
  readonly handle: Ref<CallGridHandle>;
}

/** The list itself: only what is near the screen is in the page. */
export function CallGrid(props: CallGridProps) {
  const { log, lines, grewAbove, isAtTop, onAtTop, open, onOpen, selection, onKey, handle } = props;
  const t = useTranslations('calls');
  const list = useRef<VListHandle>(null);
  const onExtend = (from: CallRow, to: CallRow) =>
    selection.extend(from, to, (anchor) => lines.callsBetween(anchor.ref, to.ref));
  const current = useCurrentCall({ lines, list, open, lineHeight, onExtend, onKey });
  const { grid, index, settleFocus } = current;
  useImperativeHandle(handle, () => ({ enter: current.enter }));

  const enterOnArrow = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (!isArrow || plainKey(event) === null || event.target !== document.body) return;
    event.preventDefault();
    current.enter();
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => enterOnArrow(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  function follow() {
    if (!list.current) return;
    onAtTop(list.current.scrollOffset <= 0);
    showLines(list.current, lines, log);
    settleFocus();
  }
  // The list grows and shrinks without being scrolled, and then shows other lines too.
  useEffect(() => {
    if (list.current) showLines(list.current, lines, log);
  }, [lines, log]);
  const shownFilter = useRef(log.filter);
  useLayoutEffect(() => {
    // A list at its top is left alone: to be scrolled costs it a layout.
    if (shownFilter.current !== log.filter && !isAtTop) list.current?.scrollTo(0);
    shownFilter.current = log.filter;
  }, [log.filter, isAtTop]);

  function onKeyDown(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      selection.all();
    } else current.onKeyDown(event);
  }

  function onClick(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target : null;
    const line = lines.at(lines.indexOf(target?.closest<HTMLElement>('[data-ref]')?.dataset['ref'] ?? null));
    if (line?.kind !== 'call') return;
    const here = index === null ? null : lines.at(index);
    if (event.shiftKey) onExtend(here?.kind === 'call' ? here.call : line.call, line.call);
    else if (event.ctrlKey || event.metaKey || target?.closest('.tick')) selection.toggle(line.call);
    else onOpen(line.call);
  }

  return (
    <>
      <NewCalls lines={lines} isAtTop={isAtTop} onShow={() => list.current?.scrollTo(0)} />
      <div
        role="grid"
        aria-label={t('title')}
        aria-multiselectable="true"
        aria-rowcount={log.hasMore ? -1 : lines.length + 1}
        aria-colcount={columns.length}
        className="grid"
        data-choosing={selection.calls.size > 0}
        ref={grid}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocus={current.onFocus}
        onClick={onClick}
        onMouseDown={keepText}
      >
        <div role="rowgroup">
          <div role="row" className="line line-head" aria-rowindex={1}>
            {columns.map((column) => (
              <div key={column} role="columnheader" className={`cell cell-${column}`}>
                {t(column)}
              </div>
            ))}
          </div>
        </div>
        <VList
          role="rowgroup"
          className="grid-body"
          ref={list}
          data={{ length: lines.length }}
          itemSize={lineHeight}
          bufferSize={10 * lineHeight}
          shift={grewAbove}
          keepMounted={index === null ? [] : [index]}
          onScroll={follow}
          onResize={follow}
          onScrollEnd={() => settleFocus()}
        >
          {(_line, at) => {
            const line = lines.at(at);
            if (line === null || line.kind === 'far') return <FarLine key={line?.key ?? at} rowIndex={at + 2} />;
            if (line.kind === 'gap') return <GapLine key={line.key} gap={line.gap} rowIndex={at + 2} />;
            if (line.kind !== 'call') return <HeadingLine key={line.key} item={line} rowIndex={at + 2} />;
            return (
              <CallLine
                key={line.key}
                call={line.call}
                rowIndex={at + 2}
                isCurrent={at === index}
                isOpen={line.key === open}
                isChosen={selection.calls.has(line.key)}
              />
            );
          }}
        </VList>
      </div>
    </>
  );
}

function showLines(list: VListHandle, lines: Lines, log: CallLog) {
  const first = list.findItemIndex(list.scrollOffset);
  const last = list.findItemIndex(list.scrollOffset + list.viewportSize);
  const lastRange = lines.rangeAt(last);
  log.show(lines.rangeAt(first), lastRange);
  // Two ranges ahead of the screen: the list has no end to wait at, and no new call moves the end of the range on it.
  if (log.hasMore && lastRange >= log.ranges.length - 2) log.readOlder();
}

/** A click with Shift chooses calls, and would select the text between them as well. */
function keepText(event: MouseEvent) {
  if (event.shiftKey) event.preventDefault();
}
