import type { Us } from '../../../shared/call.ts';
import type { Gap } from '../../../shared/reach.ts';
import type { Clock } from '../ports.ts';
import type { Keeper } from '../store/keeper.ts';
import { causeOf, type Condition, mergeGaps } from './gaps.ts';

/** How often it is noted that Ringside runs: after a crash nothing else says when it ended. */
const beatUs: Us = 30_000_000;

interface GapOptions {
  readonly keeper: Keeper;
  readonly clock: Clock;
  /** A gap began or ended. */
  readonly changed: () => void;
}

/** Writes down when events could not get here. */
export interface GapKeeper {
  /** Events can or cannot get here from now on; what is found only afterwards began at `sinceUs`. */
  follow(condition: Condition, sinceUs?: Us): void;
  /** Notes that Ringside runs, and writes what a full disk did not take before. To be called every few seconds. */
  tick(): void;
  /** The machine slept from then until now without saying so. */
  slept(fromUs: Us): void;
  /** Newest first. */
  list(): Gap[];
  /** Ringside ends now. */
  stop(): void;
}

/** To be called before the listener opens: what lies between Ringside's last run and now is the first gap. */
export function keepGaps({ keeper, clock, changed }: GapOptions): GapKeeper {
  /** Pieces that the disk has not taken yet. */
  let unwritten: Gap[] = [];
  let current: Gap | null = null;
  let lastBeatUs: Us = -Infinity;
  let isOver = false;

  const write = (beat: boolean) => {
    const nowUs = clock.nowUs();
    if (keeper.state().kind !== 'open') return;
    const written = keeper.write((store) => {
      for (const piece of unwritten) store.gaps.put(piece);
      if (beat) store.gaps.beat(nowUs);
    });
    if (written.kind === 'unavailable') return;
    unwritten = [];
    if (beat) lastBeatUs = nowUs;
  };

  const end = (atUs: Us) => {
    if (current !== null) unwritten.push({ ...current, toUs: Math.max(atUs, current.fromUs) });
    current = null;
  };

  /** Two pieces that begin in the same microsecond would be one to the table. */
  let lastFromUs: Us = 0;
  const begin = (fromUs: Us, cause: Gap['cause']) => {
    lastFromUs = Math.max(fromUs, lastFromUs + 1);
    current = { fromUs: lastFromUs, toUs: null, cause };
    unwritten.push(current);
  };

  const began = keeper.write((store) => {
    const nowUs = clock.nowUs();
    const lastRunUs = Math.max(store.gaps.lastBeatUs() ?? 0, store.events.lastReceivedAtUs() ?? 0);
    if (store.gaps.lastBeatUs() === null || lastRunUs > nowUs) return null;
    store.gaps.close(lastRunUs);
    return lastRunUs;
  });
  if (began.kind === 'written' && began.value !== null) begin(began.value, 'not-running');
  write(true);

  return {
    follow(condition, sinceUs) {
      if (isOver) return;
      const cause = causeOf(condition);
      const before = current?.cause ?? null;
      // It opens its door for the first time: until then it was not really running.
      if (before === 'not-running' && cause === 'not-listening') return;
      if (cause === before) return;
      const nowUs = clock.nowUs();
      end(nowUs);
      if (cause !== null) begin(before === null ? (sinceUs ?? nowUs) : nowUs, cause);
      write(true);
      changed();
    },
    tick() {
      if (unwritten.length > 0 || clock.nowUs() - lastBeatUs >= beatUs) write(true);
    },
    slept(fromUs) {
      if (isOver || current?.cause === 'asleep') return;
      // Beside whatever began meanwhile: by now the tunnel may already have been found dead.
      unwritten.push({
        fromUs: fromUs === current?.fromUs ? fromUs + 1 : fromUs,
        toUs: clock.nowUs(),
        cause: 'asleep',
      });
      write(true);
      changed();
    },
    list() {
      const pieces = [...(keeper.current()?.gaps.list() ?? []), ...unwritten];
      const newest = new Map(pieces.map((piece) => [piece.fromUs, piece]));
      return mergeGaps([...newest.values()].toSorted((a, b) => a.fromUs - b.fromUs));
    },
    stop() {
      isOver = true;
      end(clock.nowUs());
      write(true);
    },
  };
}
