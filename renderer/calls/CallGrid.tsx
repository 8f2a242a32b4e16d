/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { VList, type VListHandle } from 'virtua';

import type { CallRow } from '../../shared/call.ts';
import { useFailureText } from '../components/Failure.tsx';
import type { CallLog } from '../data/useCallLog.ts';
import { canCall } from '../deeds/canCall.ts';
import { useDeed } from '../deeds/useDeed.ts';
import { navigate } from '../route/useRoute.ts';
import { CallLine } from './CallLine.tsx';
import { columns } from './columns.ts';
import { HeadingLine } from './HeadingLine.tsx';
import { itemsOf, type Item } from './items.ts';
import { useCurrentCall } from './useCurrentCall.ts';
import { useGrowthAbove } from './useGrowthAbove.ts';

/** Every line has this height in CSS pixels (`--line-size` in the style sheet), headings too. */
const lineHeight = 40;

interface CallGridProps {
  readonly log: CallLog;
  readonly live: readonly CallRow[];
  readonly open: string | null;
}

/** The list itself: only what is near the screen is in the page. */
export function CallGrid({ log, live, open }: CallGridProps) {
  const t = useTranslations('calls');
  const list = useRef<VListHandle>(null);
  const items = useMemo(() => itemsOf(live, log.calls), [live, log.calls]);
  const [isAtTop, setIsAtTop] = useState(true);
  const grewAbove = useGrowthAbove(items, isAtTop);
  const callBack = useDeed('calls.callBack');
  const failureText = useFailureText();
  const {
    grid,
    index: current,
    onKeyDown,
    onFocus,
    settleFocus,
  } = useCurrentCall({
    items,
    list,
    open,
    lineHeight,
    callBack: ({ ref, party }) => canCall(party) && callBack.run(ref),
  });

  function follow() {
    if (!list.current) return;
    setIsAtTop(list.current.scrollOffset <= 0);
    showLines(list.current, items, log);
    settleFocus();
  }
  // The list grows and shrinks without being scrolled, and then shows other lines too.
  useEffect(() => {
    if (list.current) showLines(list.current, items, log);
  }, [items, log]);

  return (
    <>
      {callBack.error && (
        <p className="field-refusal grid-refusal" role="alert">
          {failureText(callBack.error)}
        </p>
      )}
      <div
        role="grid"
        aria-label={t('title')}
        aria-rowcount={log.hasMore ? -1 : items.length + 1}
        aria-colcount={columns.length}
        className="grid"
        ref={grid}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={openClicked}
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
          data={items}
          itemSize={lineHeight}
          shift={grewAbove}
          keepMounted={current === null ? [] : [current]}
          onScroll={follow}
          onResize={follow}
          onScrollEnd={settleFocus}
        >
          {(item, index) =>
            item.kind === 'call' ? (
              <CallLine
                key={item.key}
                call={item.call}
                rowIndex={index + 2}
                isCurrent={index === current}
                isOpen={item.key === open}
              />
            ) : (
              <HeadingLine key={item.key} item={item} rowIndex={index + 2} />
            )
          }
        </VList>
      </div>
    </>
  );
}

function showLines(list: VListHandle, items: readonly Item[], log: CallLog) {
  const first = list.findItemIndex(list.scrollOffset);
  const last = list.findItemIndex(list.scrollOffset + list.viewportSize);
  const lastRange = rangeAt(items, last);
  log.show(rangeAt(items, first), lastRange);
  // A range ahead of the screen: the list has no end to wait at, and no new call moves the end of the range on the screen.
  if (log.hasMore && lastRange === rangeAt(items, items.length - 1)) log.readOlder();
}

function rangeAt(items: readonly Item[], index: number): number {
  // A heading stands right above the first call of its day.
  const item = items[index]?.kind === 'call' ? items[index] : items[index + 1];
  return item?.kind === 'call' ? item.range : 0;
}

function openClicked(event: MouseEvent) {
  const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ref]') : null;
  const ref = line?.dataset['ref'];
  if (ref !== undefined) navigate({ kind: 'call', ref });
}
