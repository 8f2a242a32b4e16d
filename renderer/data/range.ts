import type { CallCursor, CallPage, CallRow } from '../../shared/call.ts';
import { everyCall, type CallFilter } from '../../shared/callFilter.ts';
import type { Argument } from '../../shared/contract.ts';
import type { Ask } from './ask.ts';

/** Calls asked for at once. */
export const pageSize = 100;

/** Of the newest, as many as a large screen shows: a search takes twice as long for twice as many. */
const firstPageSize = 50;

/** The question for the calls of a filter below a cursor; for the newest without one. */
export function pageQuery(
  filter: CallFilter,
  after: CallCursor | null,
  limit = after === null ? firstPageSize : pageSize,
): Argument<'calls.page'> {
  return filter === everyCall ? { after, limit } : { filter, after, limit };
}

/** Newest first; among calls of the same microsecond the greater `ref` first, as the core sorts them. */
function isBelow(one: CallCursor, other: CallCursor): boolean {
  return one.startedAtUs === other.startedAtUs ? one.ref < other.ref : one.startedAtUs < other.startedAtUs;
}

/**
 * Reads the calls below `after` down to `until`, that one included. Without `until` it reads one page and ends where that
 * ends. A range keeps its ends however many calls come in, so that it can be read again without touching its neighbours.
 */
export async function readRange(
  ask: Ask,
  filter: CallFilter,
  after: CallCursor | null,
  until: CallCursor | null,
): Promise<CallPage> {
  const calls: CallRow[] = [];
  let cursor = after;
  for (;;) {
    const page = await ask('calls.page', pageQuery(filter, cursor));
    if (until === null) return page;
    calls.push(...page.calls.filter((call) => !isBelow(call, until)));
    if (page.next === null || !isBelow(until, page.next)) return { calls, next: until };
    cursor = page.next;
  }
}

/** Reads the newest calls of a filter, `most` of them at most. */
export async function readNewest(ask: Ask, filter: CallFilter, most: number): Promise<readonly CallRow[]> {
  const calls: CallRow[] = [];
  let cursor: CallCursor | null = null;
  do {
    const page: CallPage = await ask('calls.page', pageQuery(filter, cursor, Math.min(500, most - calls.length)));
    calls.push(...page.calls);
    cursor = page.next;
  } while (cursor !== null && calls.length < most);
  return calls;
}
