import type { CallRow } from '../../shared/call.ts';
import type { LoggedCall } from '../data/useCallLog.ts';
import { midnightOf } from '../time/ticker.ts';

/** One line of the list: a call, or the heading of the calls below it. */
export type Item =
  | { readonly kind: 'live'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly midnightMs: number }
  | { readonly kind: 'call'; readonly key: string; readonly call: CallRow; readonly range: number };
export type CallItem = Extract<Item, { kind: 'call' }>;

/** Calls in progress on top, the others below the local day on which they started. */
export function itemsOf(live: readonly CallRow[], logged: readonly LoggedCall[]): readonly Item[] {
  const items: Item[] = [];
  const inProgress = new Set<string>();
  if (live.length > 0) items.push({ kind: 'live', key: 'live' });
  for (const call of live) {
    inProgress.add(call.ref);
    items.push({ kind: 'call', key: call.ref, call, range: 0 });
  }
  let day: number | null = null;
  for (const { call, range } of logged) {
    // The two lists are read one after the other: a call that has just ended may still be in both.
    if (inProgress.has(call.ref)) continue;
    const midnightMs = midnightOf(call.startedAtUs / 1000);
    if (midnightMs !== day) items.push({ kind: 'day', key: `day ${midnightMs}`, midnightMs });
    day = midnightMs;
    items.push({ kind: 'call', key: call.ref, call, range });
  }
  return items;
}

/** The nearest call at `index` or beyond it in the given direction, or null past the end. */
export function callFrom(items: readonly Item[], index: number, step: 1 | -1): CallItem | null {
  for (let at = index; at >= 0 && at < items.length; at += step) {
    const item = items[at];
    if (item?.kind === 'call') return item;
  }
  return null;
}
