import type { CallFilter } from '../../shared/callFilter.ts';
import type { Gap } from '../../shared/reach.ts';

/** A gap, and the point in time by which it stands among the calls. */
export interface PlacedGap {
  readonly atUs: number;
  readonly gap: Gap;
}

const none: readonly PlacedGap[] = [];

/**
 * The gaps that a list of calls shows, newest first: those of its days, and none where anything but days narrows it, for
 * nobody knows whether what rang would have been among them.
 */
export function gapsFor(gaps: readonly Gap[] | undefined, filter: CallFilter): readonly PlacedGap[] {
  const { view, fromUs, toUs, note, recording, tag, search, sameAs } = filter;
  const isNarrowed = view !== 'all' || note || recording || tag !== null || search !== '' || sameAs !== null;
  if (gaps === undefined || isNarrowed) return none;
  const [from, to] = [fromUs ?? -Infinity, toUs ?? Infinity];
  return gaps
    .filter((gap) => gap.fromUs < to && (gap.toUs ?? Infinity) > from)
    .map((gap) => ({ atUs: Math.max(gap.fromUs, from), gap }));
}
