import { useState } from 'react';

import type { CallRow } from '../../shared/call.ts';
import type { CallLog } from '../data/useCallLog.ts';
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
export function useLines(live: readonly CallRow[], { filter, ranges }: CallLog, isAtTop: boolean): Shown {
  const [built, setBuilt] = useState(() => build(live, ranges, null));
  const [shownFilter, setShownFilter] = useState(filter);
  if (built.live === live && built.ranges === ranges) return built;
  const isSame = filter === shownFilter;
  const lines = Lines.of(live, ranges, isSame ? built.lines : null);
  const grewAbove = isSame && !isAtTop && isShifted(built.lines, lines);
  const next = { live, ranges, lines, grewAbove };
  setBuilt(next);
  setShownFilter(filter);
  return next;
}

function build(live: readonly CallRow[], ranges: CallLog['ranges'], before: Lines | null) {
  return { live, ranges, lines: Lines.of(live, ranges, before), grewAbove: false };
}

/** Whether every change of length happened above the end. */
function isShifted(before: Lines, after: Lines): boolean {
  return before.length !== after.length && before.lastKey === after.lastKey;
}
