import type { Us } from '../../../shared/call.ts';
import type { Gap, Trouble } from '../../../shared/reach.ts';

/** What decides whether an event can get here. */
export interface Condition {
  readonly isAsleep: boolean;
  readonly isListening: boolean;
  readonly isWritable: boolean;
  /** Whether a probe or an event came in by the public address; null while no way is chosen. */
  readonly isReachable: boolean | null;
}

/**
 * Why events cannot get here; null while they can. Where there are several reasons, the one that the others follow from.
 * While no way from the internet is chosen, nobody is told of what only hurts such a way: a machine that sleeps has no
 * events to wait for.
 */
export function causeOf({ isAsleep, isListening, isWritable, isReachable }: Condition): Gap['cause'] | null {
  if (isAsleep && isReachable !== null) return 'asleep';
  if (!isListening) return 'not-listening';
  if (!isWritable) return 'not-writable';
  return isReachable === false ? 'not-reachable' : null;
}

/**
 * For how long the way had been dead when it was noticed, in µs: only waiting tells of silence. A probe waits for five
 * seconds; ssh asks every five seconds and gives up on the third silence, which is ten to fifteen seconds after the end.
 */
export function silenceUs({ code, detail }: Trouble): Us {
  if (/not responding/i.test(detail)) return 12_500_000;
  return code === 'timeout' ? 5_000_000 : 0;
}

/**
 * Makes one gap of pieces that touch or overlap: of a night it is said that the machine slept, not that a tunnel took two
 * seconds after it. Such a gap has the cause of its longest piece, while it lasts that of the present one.
 *
 * @param pieces oldest first
 * @returns newest first, never touching
 */
export function mergeGaps(pieces: readonly Gap[]): Gap[] {
  const merged: { gap: Gap; longestUs: Us }[] = [];
  for (const piece of pieces) {
    const lengthUs = (piece.toUs ?? Infinity) - piece.fromUs;
    const last = merged.at(-1);
    if (last === undefined || (last.gap.toUs ?? Infinity) < piece.fromUs) {
      if (lengthUs > 0) merged.push({ gap: piece, longestUs: lengthUs });
      continue;
    }
    const cause = lengthUs > last.longestUs ? piece.cause : last.gap.cause;
    const toUs = last.gap.toUs === null || piece.toUs === null ? null : Math.max(last.gap.toUs, piece.toUs);
    merged[merged.length - 1] = {
      gap: { fromUs: last.gap.fromUs, toUs, cause },
      longestUs: Math.max(lengthUs, last.longestUs),
    };
  }
  return merged.map(({ gap }) => gap).toReversed();
}
