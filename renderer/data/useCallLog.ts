import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';

import type { CallCursor, CallPage, CallRow } from '../../shared/call.ts';
import { useAsk } from './ask.ts';
import { keyOf } from './queries.ts';
import { pageSize, readRange } from './range.ts';

/** A call, and the number of the range that it was read with. */
export interface LoggedCall {
  readonly call: CallRow;
  readonly range: number;
}

export interface CallLog {
  readonly calls: readonly LoggedCall[];
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly error: Error | null;
  /** Tells which ranges are on the screen: those are read again when calls change, the others once they are seen. */
  readonly show: (first: number, last: number) => void;
  /** Reads the range below everything that is loaded. Does nothing while one is being read. */
  readonly readOlder: () => void;
  readonly retry: () => void;
}

/**
 * The calls that are over, loaded range by range as the user scrolls down. Each range is a query of its own with fixed
 * ends, so a change costs the few ranges that are visible, however many thousand calls are loaded.
 */
export function useCallLog(): CallLog {
  const ask = useAsk();
  const [ends, setEnds] = useState<readonly CallCursor[]>([]);
  const [shown, setShown] = useState({ first: 0, last: 0 });

  const log = useQueries({
    queries: [null, ...ends].map((after, range) => ({
      queryKey: keyOf('calls.page', { after, limit: pageSize }),
      queryFn: () => readRange(ask, after, ends[range] ?? null),
      // The newest range tells of new calls wherever the user is; the one below the screen is next.
      enabled: range === 0 || (range >= shown.first && range <= shown.last + 1),
    })),
    combine: joinRanges,
  });

  return {
    calls: log.calls,
    isPending: log.isPending,
    hasMore: log.next !== null,
    error: log.error,
    show(first, last) {
      if (first !== shown.first || last !== shown.last) setShown({ first, last });
      // Days of new calls make the newest range long: begin again with one page while only that one is visible.
      if (last === 0 && ends.length > 0 && log.newest > 3 * pageSize) setEnds([]);
    },
    readOlder() {
      const { next } = log;
      if (next !== null && log.ranges === ends.length + 1) setEnds([...ends, next]);
    },
    retry: log.retry,
  };
}

function joinRanges(ranges: UseQueryResult<CallPage>[]) {
  const seen = new Set<string>();
  const calls: LoggedCall[] = [];
  let next: CallCursor | null = null;
  let loaded = 0;
  for (const [range, { data }] of ranges.entries()) {
    if (data === undefined) break;
    for (const call of data.calls) {
      // A late event may have moved a call to a range that was read again, while its old one was not.
      if (!seen.has(call.ref)) calls.push({ call, range });
      seen.add(call.ref);
    }
    next = data.next;
    loaded += 1;
  }
  const failed = ranges.filter((range) => range.isError);
  return {
    calls,
    next,
    ranges: loaded,
    newest: ranges[0]?.data?.calls.length ?? 0,
    isPending: ranges[0]?.isPending ?? true,
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const range of failed) void range.refetch();
    },
  };
}
