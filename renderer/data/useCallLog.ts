import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import type { CallCursor, CallPage, CallRow } from '../../shared/call.ts';
import type { CallFilter } from '../../shared/callFilter.ts';
import { useAsk, type Ask } from './ask.ts';
import { keyOf } from './queries.ts';
import { pageQuery, pageSize, readRange } from './range.ts';

export interface CallLog {
  /** The filter whose calls these are: the one before the wanted one until the first calls of that have been read. */
  readonly filter: CallFilter;
  /** From the newest to the oldest. Null for a range far from the screen, whose calls are not kept. */
  readonly ranges: readonly (readonly CallRow[] | null)[];
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly error: Error | null;
  /** Tells which ranges are on the screen: those are read again when calls change, the others once they are seen. */
  readonly show: (first: number, last: number) => void;
  /** Reads the range below everything that was read. Does nothing while one is being read. */
  readonly readOlder: () => void;
  readonly retry: () => void;
}

/** How far the log was read, and what of it is on the screen. */
interface Reach {
  readonly filter: CallFilter;
  /** Where each range but the last ends. */
  readonly ends: readonly CallCursor[];
  /** The ranges on the screen, by number. */
  readonly first: number;
  readonly last: number;
}

/** Ranges kept above and below the screen. */
const margin = 2;

/** How long a range is kept once it is far away, in milliseconds: long enough for whoever turns round at once. */
const keptMs = 10_000;

function topOf(filter: CallFilter): Reach {
  return { filter, ends: [], first: 0, last: 0 };
}

/**
 * The calls that are over, loaded range by range as the user scrolls down. Each range is a query of its own with fixed
 * ends, so a change costs the few ranges that are visible, and memory holds no more than those around them. Another
 * filter (told apart by identity) takes over once its newest calls have been read.
 */
export function useCallLog(wanted: CallFilter): CallLog {
  const ask = useAsk();
  const [kept, setReach] = useState(topOf(wanted));
  const near = nearOf(kept).length;
  const isChanging = wanted !== kept.filter;

  const results = useQueries({
    queries: [
      ...nearOf(kept).map((range) => rangeQuery(ask, kept, range)),
      ...(isChanging ? [rangeQuery(ask, topOf(wanted), 0)] : []),
    ],
    combine: outcomeOf,
  });
  const reach = isChanging && results.isSettled.at(-1) === true ? topOf(wanted) : kept;
  if (reach !== kept) setReach(reach);

  const pages = useMemo(
    () => (reach === kept ? results.pages.slice(0, near) : results.pages.slice(-1)),
    [reach, kept, results.pages, near],
  );
  return {
    filter: reach.filter,
    ranges: useMemo(() => rangesOf(reach, pages), [reach, pages]),
    isPending: pages[0] === undefined,
    hasMore: pages.at(-1) === undefined || pages.at(-1)?.next !== null,
    error: results.error,
    show(first, last) {
      // Days of new calls make the newest range long: begin again with one page while only that one is visible.
      const isLong = last === 0 && (pages[0]?.calls.length ?? 0) > 3 * pageSize;
      const ends = isLong ? [] : reach.ends;
      if (first !== reach.first || last !== reach.last || ends !== reach.ends)
        setReach({ ...reach, first, last, ends });
    },
    readOlder() {
      const next = nearOf(reach).at(-1) === reach.ends.length ? pages.at(-1)?.next : null;
      if (next) setReach({ ...reach, ends: [...reach.ends, next] });
    },
    retry: results.retry,
  };
}

/** The numbers of the ranges that are kept: the newest one tells of new calls wherever the user is. */
function nearOf({ ends, first, last }: Reach): readonly number[] {
  const from = Math.max(1, first - margin);
  const to = Math.min(ends.length, last + margin);
  return [0, ...Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)];
}

function rangeQuery(ask: Ask, { filter, ends, first, last }: Reach, range: number) {
  const after = ends[range - 1] ?? null;
  const isSeen = range === 0 || (range >= first && range <= last + 1);
  return {
    queryKey: keyOf('calls.page', pageQuery(filter, after)),
    queryFn: () => readRange(ask, filter, after, ends[range] ?? null),
    enabled: (query: { readonly state: { readonly data: unknown } }) => isSeen || query.state.data === undefined,
    gcTime: keptMs,
  };
}

function outcomeOf(results: UseQueryResult<CallPage>[]) {
  const failed = results.filter((result) => result.isError);
  return {
    pages: results.map((result) => result.data),
    isSettled: results.map((result) => !result.isPending),
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const result of failed) void result.refetch();
    },
  };
}

/** Every range by its number, none of the calls twice. */
function rangesOf(reach: Reach, pages: readonly (CallPage | undefined)[]): CallLog['ranges'] {
  const ranges: (readonly CallRow[] | null)[] = Array.from({ length: reach.ends.length + 1 }, () => null);
  const seen = new Set<string>();
  for (const [index, range] of nearOf(reach).entries()) {
    const calls = pages[index]?.calls;
    // A late event may have moved a call to a range that was read again, while its old one was not.
    ranges[range] = calls?.filter((call) => !seen.has(call.ref)) ?? null;
    for (const call of calls ?? []) seen.add(call.ref);
  }
  return ranges;
}
