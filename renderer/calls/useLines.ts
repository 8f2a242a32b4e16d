import { useState } from 'react';

import type { CallRow } from '../../shared/call.ts';
import type { CallLog } from '../data/useCallLog.ts';
import type { PlacedGap } from './gapsFor.ts';
import { Lines } from './lines.ts';

interface Shown {
  readonly lines: Lines;
  /** These lines came in above the ones before them: what is on the screen has to stay where it is. */
  readonly grewAbove: boolean;
}

/**
 * The lines of the list. At the very top it moves when calls come in, for there the user wants to see them; anywhere else
 * what is being read stays.
 */
export function useLines(
  live: readonly CallRow[],
  { filter, ranges, hasMore }: CallLog,
  gaps: readonly PlacedGap[],
  isAtTop: boolean,
): Shown {
  const [built, setBuilt] = useState(() => build(null));
  const [shownFilter, setShownFilter] = useState(filter);
  if (built.live === live && built.ranges === ranges && built.gaps === gaps && built.hasMore === hasMore) return built;
  const isSame = filter === shownFilter;
  const next = build(isSame ? built.lines : null);
  setBuilt(next);
  setShownFilter(filter);
  return next;

  function build(before: Lines | null) {
    const lines = Lines.of(live, ranges, before, gaps, !hasMore);
    return { live, ranges, gaps, hasMore, lines, grewAbove: before !== null && !isAtTop && isShifted(before, lines) };
  }
}

/** Whether every change of length happened above the end. */
function isShifted(before: Lines, after: Lines): boolean {
  return before.length !== after.length && before.lastKey === after.lastKey;
}
