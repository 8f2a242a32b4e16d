import type { CallCursor, CallPage, CallRow } from '../../shared/call.ts';
import type { Ask } from './ask.ts';

/** Calls asked for at once. */
export const pageSize = 100;

/** Newest first; among calls of the same microsecond the greater `ref` first, as the core sorts them. */
function isBelow(one: CallCursor, other: CallCursor): boolean {
  return one.startedAtUs === other.startedAtUs ? one.ref < other.ref : one.startedAtUs < other.startedAtUs;
}

/**
 * Reads the calls below `after` down to `until`, that one included. Without `until` it reads one page and ends where that
 * ends. A range keeps its ends however many calls come in, so that it can be read again without touching its neighbours.
 */
export async function readRange(ask: Ask, after: CallCursor | null, until: CallCursor | null): Promise<CallPage> {
  const calls: CallRow[] = [];
  let cursor = after;
  for (;;) {
    const page = await ask('calls.page', { after: cursor, limit: pageSize });
    if (until === null) return page;
    calls.push(...page.calls.filter((call) => !isBelow(call, until)));
    if (page.next === null || !isBelow(until, page.next)) return { calls, next: until };
    cursor = page.next;
  }
}
