import type { CallRow } from '../../shared/call.ts';
import type { Neighbours } from '../../shared/callFilter.ts';
import type { Gap } from '../../shared/reach.ts';
import type { CallLog } from '../data/useCallLog.ts';
import { midnightOf } from '../time/ticker.ts';
import type { PlacedGap } from './gapsFor.ts';

/** One line of the list: a call, the heading of the calls below it, a time without any, or one that is not in memory now. */
export type Line =
  | { readonly kind: 'live'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly midnightMs: number }
  | { readonly kind: 'call'; readonly key: string; readonly call: CallRow }
  | { readonly kind: 'gap'; readonly key: string; readonly gap: Gap }
  | { readonly kind: 'far'; readonly key: string };
export type CallLineItem = Extract<Line, { kind: 'call' }>;

/** What a range of the log comes to in lines. */
interface Block {
  readonly start: number;
  readonly length: number;
  /** Null while the calls are not in memory. */
  readonly lines: readonly Line[] | null;
  /** The midnight of its last line's day; null when it has none. */
  readonly day: number | null;
  /** When its last call began, or the last one before it; null when there is none. */
  readonly endUs: number | null;
}

const noGaps: readonly PlacedGap[] = [];

/** All lines of the list, from the newest; those in progress on top, the others below the local day they began on. */
export class Lines {
  readonly #blocks: readonly Block[];
  readonly length: number;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    const last = blocks.at(-1);
    this.length = last ? last.start + last.length : 0;
  }

  /**
   * `before` tells how long the ranges were that are not in memory any more. `gaps` stand between the calls, newest first;
   * below the last call once `isWhole` says that there are no more.
   */
  static of(
    live: readonly CallRow[],
    ranges: CallLog['ranges'],
    before: Lines | null,
    gaps: readonly PlacedGap[] = noGaps,
    isWhole = false,
  ): Lines {
    const blocks: Block[] = [];
    const inProgress = new Set(live.map((call) => call.ref));
    const add = (lines: readonly Line[] | null, length: number, day: number | null, endUs: number | null) => {
      const last = blocks.at(-1);
      blocks.push({ start: last ? last.start + last.length : 0, length, lines, day, endUs });
    };
    // To whoever has no call yet, the page says where they come from.
    const hasCalls = live.length > 0 || ranges.some((calls) => calls === null || calls.length > 0);
    const first: readonly Line[] = live.length === 0 ? [] : [{ kind: 'live', key: 'live' }, ...live.map(lineOf)];
    add(first, first.length, null, null);
    for (const [range, calls] of ranges.entries()) {
      const { day, endUs } = blocks.at(-1) ?? { day: null, endUs: null };
      if (calls === null) {
        const known = before === null ? undefined : before.#blocks[range + 1];
        add(null, known?.length ?? 0, known?.day ?? day, known?.endUs ?? endUs);
        continue;
      }
      const last = calls.at(-1);
      const isLast = isWhole && range === ranges.length - 1;
      const lowest = isLast ? -Infinity : (last?.startedAtUs ?? Infinity);
      const within = hasCalls ? gaps.filter(({ atUs }) => atUs >= lowest && atUs < (endUs ?? Infinity)) : noGaps;
      // The two lists are read one after the other: a call that has just ended may still be in both.
      const below = belowDays(
        calls.filter((call) => !inProgress.has(call.ref)),
        within,
        day,
        range,
      );
      add(below.lines, below.lines.length, below.day, last?.startedAtUs ?? endUs);
    }
    return new Lines(blocks);
  }

  at(index: number): Line | null {
    const block = this.#blockAt(index);
    if (block === undefined) return null;
    return block.lines === null ? { kind: 'far', key: `far ${index}` } : (block.lines[index - block.start] ?? null);
  }

  /** Tells the last line from others, in memory or not. */
  get lastKey(): string | null {
    const index = this.#blocks.findLastIndex(({ length }) => length > 0);
    const last = this.#blocks[index];
    return last === undefined ? null : (last.lines?.at(-1)?.key ?? `range ${index}`);
  }

  /** The number of the log's range that a line belongs to; calls in progress count to the newest one. */
  rangeAt(index: number): number {
    const block = this.#blockAt(Math.max(0, Math.min(index, this.length - 1)));
    return block === undefined ? 0 : Math.max(0, this.#blocks.indexOf(block) - 1);
  }

  /** Where a call stands; -1 when it is not in memory. */
  indexOf(ref: string | null): number {
    for (const { lines, start } of this.#blocks) {
      const index = lines?.findIndex((line) => line.kind === 'call' && line.key === ref) ?? -1;
      if (index >= 0) return start + index;
    }
    return -1;
  }

  /** The nearest call at `index` or beyond it in the given direction; null past the end, and where none is in memory. */
  callFrom(index: number, step: 1 | -1): CallLineItem | null {
    for (let at = index; at >= 0 && at < this.length; at += step) {
      const line = this.at(at);
      if (line?.kind === 'call') return line;
      if (line?.kind === 'far') return null;
    }
    return null;
  }

  /** The calls from one to another, both included; null when some of them are not in memory. */
  callsBetween(one: string, other: string): readonly CallRow[] | null {
    const ends = [this.indexOf(one), this.indexOf(other)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    if (from < 0) return null;
    const calls: CallRow[] = [];
    for (let at = from; at <= to; at += 1) {
      const line = this.at(at);
      if (line?.kind === 'far') return null;
      if (line?.kind === 'call') calls.push(line.call);
    }
    return calls;
  }

  /** The refs of the calls right above and below one; null past the ends, and for all that is not in memory. */
  neighboursOf(ref: string): Neighbours {
    const index = this.indexOf(ref);
    if (index < 0) return { newer: null, older: null };
    return { newer: this.callFrom(index - 1, -1)?.key ?? null, older: this.callFrom(index + 1, 1)?.key ?? null };
  }

  /** How many of the calls in memory began after a point in time, in epoch microseconds. */
  countSince(atUs: number): number {
    let count = 0;
    for (const { lines } of this.#blocks) {
      if (lines === null) return count;
      for (const line of lines) if (line.kind === 'call' && line.call.startedAtUs > atUs) count += 1;
    }
    return count;
  }

  #blockAt(index: number): Block | undefined {
    return this.#blocks.find(({ start, length }) => index >= start && index < start + length);
  }
}

function lineOf(call: CallRow): Line {
  return { kind: 'call', key: call.ref, call };
}

/** The calls and gaps of a range, newest first, each day under its heading; and the day of the last one. */
function belowDays(
  calls: readonly CallRow[],
  gaps: readonly PlacedGap[],
  dayAbove: number | null,
  range: number,
): { readonly lines: readonly Line[]; readonly day: number | null } {
  const lines: Line[] = [];
  let day = dayAbove;
  const put = (line: Line, atUs: number) => {
    const midnightMs = midnightOf(atUs / 1000);
    if (midnightMs !== day) lines.push({ kind: 'day', key: `day ${range} ${midnightMs}`, midnightMs });
    day = midnightMs;
    lines.push(line);
  };
  let next = 0;
  const putGapsAfter = (atUs: number) => {
    for (let placed = gaps[next]; placed !== undefined && placed.atUs >= atUs; placed = gaps[next]) {
      put({ kind: 'gap', key: `gap ${placed.gap.fromUs}`, gap: placed.gap }, placed.atUs);
      next += 1;
    }
  };
  for (const call of calls) {
    putGapsAfter(call.startedAtUs);
    put(lineOf(call), call.startedAtUs);
  }
  putGapsAfter(-Infinity);
  return { lines, day };
}
