import type { Us } from '../../../shared/call.ts';
import type { CallerColumns } from './dayTotals.ts';

/** What somebody's calls of a period come to. */
export interface CallerSum {
  /** Of the party. */
  readonly id: number;
  readonly calls: number;
  readonly missed: number;
  readonly talkUs: Us;
  /** When their newest call began. */
  readonly newestUs: Us;
}

/** Adds callers up by the ids of their parties, which are at most `highestId`. */
export function emptyCallerSums(highestId: number) {
  const calls = new Uint32Array(highestId + 1);
  const missed = new Uint32Array(highestId + 1);
  const talkUs = new Float64Array(highestId + 1);
  const newestUs = new Float64Array(highestId + 1);

  return {
    add(callers: CallerColumns): void {
      for (let line = 0; line < callers.ids.length; line += 1) {
        const id = callers.ids[line] ?? 0;
        calls[id] = (calls[id] ?? 0) + (callers.calls[line] ?? 0);
        missed[id] = (missed[id] ?? 0) + (callers.missed[line] ?? 0);
        talkUs[id] = (talkUs[id] ?? 0) + (callers.talkUs[line] ?? 0);
        newestUs[id] = Math.max(newestUs[id] ?? 0, callers.newestUs[line] ?? 0);
      }
    },

    /** Whoever called most often; of those who called equally often, whoever talked longest. */
    top(most: number): CallerSum[] {
      let found: CallerSum[] = [];
      let least = 1;
      for (let id = 0; id <= highestId; id += 1) {
        const count = calls[id] ?? 0;
        if (count < least) continue;
        const sum = { id, calls: count, missed: missed[id] ?? 0, talkUs: talkUs[id] ?? 0, newestUs: newestUs[id] ?? 0 };
        found = [...found, sum].sort((a, b) => b.calls - a.calls || b.talkUs - a.talkUs || a.id - b.id).slice(0, most);
        if (found.length === most) least = found.at(-1)?.calls ?? least;
      }
      return found;
    },
  };
}
