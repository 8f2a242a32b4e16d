import type { Us } from '../../../shared/call.ts';
import { findings } from '../../../shared/preview.ts';
import { rulesVersion } from '../calls/rulesVersion.ts';
import type { Silence } from '../calls/watchdog.ts';
import type { Clock, Log } from '../ports.ts';
import { giveUpSilent } from './project.ts';
import { projectAll } from './projectAll.ts';
import type { Store } from './store.ts';
import type { Change } from './writeCall.ts';

/**
 * How long a slice may take before it ends with the call at hand, in µs, and how many events it reads at most: a ring in
 * the middle of a rebuild waits for less than a blink, also while the clock is being set back.
 */
const sliceUs: Us = 10_000;
const sliceEvents = 100;

/** Changes that a rebuild remembers; it counts the others. */
const remembered = 100;

export interface RebuildPorts {
  readonly clock: Clock;
  readonly log: Log;
  /** For how long a call may be silent before it is given up on. */
  readonly silence: () => Silence;
}

export interface Rebuilt {
  /** In the log. */
  readonly calls: number;
  readonly changed: number;
  /** The first hundred, in order of arrival. */
  readonly changes: readonly Change[];
}

/** Works every call out again from its events, letting events in between. */
export function rebuild(store: Store, ports: RebuildPorts): Promise<Rebuilt> {
  return throughAll(store, ports, store.write);
}

/** What a rebuild would change: the same work, each slice taken back, so that nothing is written. */
export function preview(store: Store, ports: RebuildPorts): Promise<Rebuilt> {
  return throughAll(store, ports, store.tryOut);
}

type Step = IteratorResult<readonly Change[], undefined>;

async function throughAll(
  store: Store,
  ports: RebuildPorts,
  inTransaction: (step: () => Step) => Step,
): Promise<Rebuilt> {
  const changedRefs = new Set<string>();
  const changes: Change[] = [];
  for (const slices = rebuildSlices(store, ports); ; await nextTurn()) {
    const { value, done } = inTransaction(() => slices.next());
    if (done === true) return { calls: store.calls.count(), changed: changedRefs.size, changes };
    for (const change of value) {
      // A call whose events lie in several slices is met in each.
      if (!changedRefs.has(change.ref) && changes.length < remembered) changes.push(change);
      changedRefs.add(change.ref);
    }
  }
}

/**
 * A rebuild cut up: each step is to be run in a transaction of its own, and gives the calls that came out differently.
 * In the order of arrival, in which calls and events lie close together in the file. Nothing is deleted first, so that
 * an interruption leaves every call either as it was or as it should be: those whose end never came are given up on again
 * at once. The last step, and no earlier one, records with which rules that was.
 */
export function* rebuildSlices(
  store: Store,
  { clock, log, silence }: RebuildPorts,
): Generator<readonly Change[], undefined> {
  let lastId = 0;
  for (;;) {
    const events = store.events.after(lastId, sliceEvents);
    if (events.length === 0) break;
    const beganUs = clock.nowUs();
    let nowUs = beganUs;
    const refs = new Set<string>();
    const changes: Change[] = [];
    for (const { id, ref } of events) {
      if (!refs.has(ref)) {
        if (refs.size > 0) nowUs = clock.nowUs();
        if (nowUs - beganUs >= sliceUs) break;
        refs.add(ref);
        changes.push(...projectAll(store, [ref], log, nowUs));
      }
      lastId = id;
    }
    changes.push(...giveUpSilent(store, silence(), nowUs));
    yield inTheEnd(changes).filter(isDifferent);
  }
  store.rules.record(rulesVersion);
}

/** Lets events in. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Each call once: as it was before the first change of it and after the last. */
function inTheEnd(changes: readonly Change[]): Change[] {
  const byRef = Map.groupBy(changes, ({ ref }) => ref);
  return [...byRef.values()].flatMap((own) =>
    own.slice(-1).map((last) => ({ ...last, before: own[0]?.before ?? null })),
  );
}

function isDifferent({ before, after }: Change): boolean {
  return before === null || findings.some((finding) => before[finding] !== after[finding]);
}
