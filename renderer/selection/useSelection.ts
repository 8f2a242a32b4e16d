import { useState } from 'react';

import type { CallCursor, CallRow } from '../../shared/call.ts';
import type { CallFilter } from '../../shared/callFilter.ts';
import { useAsk } from '../data/ask.ts';
import { readNewest, readRange } from '../data/range.ts';

/** How many calls the core takes at once. */
export const mostSelected = 1000;

/** The calls that are chosen, by ref, as they were when they were chosen. */
export interface Selection {
  readonly calls: ReadonlyMap<string, CallRow>;
  /** Chooses a call, or lets it go. */
  readonly toggle: (call: CallRow) => void;
  /** Chooses everything from the call that the last choice began with (or `from`) down or up to `to`. */
  readonly extend: (from: CallRow, to: CallRow, between: (from: CallRow) => readonly CallRow[] | null) => void;
  /** Chooses the newest calls of the filter, as many as can be. */
  readonly all: () => void;
  readonly clear: () => void;
  /** What could not be read. */
  readonly error: Error | null;
}

interface Chosen {
  readonly filter: CallFilter;
  readonly anchor: CallRow | null;
  readonly calls: ReadonlyMap<string, CallRow>;
  readonly error: Error | null;
}

function nothing(filter: CallFilter): Chosen {
  return { filter, anchor: null, calls: new Map(), error: null };
}

/** Chooses calls of a list. Another filter begins anew: nothing is done to calls that are not to be seen. */
export function useSelection(filter: CallFilter): Selection {
  const ask = useAsk();
  const [state, setState] = useState(() => nothing(filter));
  const chosen = state.filter === filter ? state : nothing(filter);

  function put(calls: readonly CallRow[], anchor: CallRow | null) {
    // A call in progress is not over: nothing can be done to it but take it.
    const over = calls.filter((call) => call.outcome !== 'in-progress').slice(0, mostSelected);
    setState({ filter, anchor, calls: new Map(over.map((call) => [call.ref, call])), error: null });
  }
  async function read(reading: Promise<readonly CallRow[]>, anchor: CallRow | null) {
    try {
      put(await reading, anchor);
    } catch (error) {
      setState({ ...chosen, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  return {
    calls: chosen.calls,
    error: chosen.error,
    toggle(call) {
      const others = [...chosen.calls.values()].filter(({ ref }) => ref !== call.ref);
      put(others.length < chosen.calls.size ? others : [...others, call], call);
    },
    extend(from, to, between) {
      const anchor = chosen.anchor ?? from;
      const calls = between(anchor);
      if (calls !== null) put(calls, anchor);
      else void read(readBetween(ask, filter, anchor, to), anchor);
    },
    all: () => void read(readNewest(ask, filter, mostSelected), null),
    clear: () => setState(nothing(filter)),
  };
}

async function readBetween(
  ask: ReturnType<typeof useAsk>,
  filter: CallFilter,
  one: CallRow,
  other: CallRow,
): Promise<readonly CallRow[]> {
  const [newer, older] = one.startedAtUs >= other.startedAtUs ? [one, other] : [other, one];
  const { calls } = await readRange(ask, filter, cursorOf(newer), cursorOf(older));
  return [newer, ...calls];
}

function cursorOf({ startedAtUs, ref }: CallRow): CallCursor {
  return { startedAtUs, ref };
}
