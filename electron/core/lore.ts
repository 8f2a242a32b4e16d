import type { Us } from '../../shared/call.ts';
import type { CallerFacts } from '../../shared/pop.ts';
import { usualDelay } from './calls/usualDelay.ts';
import { zoneOf } from './numbers/timeZone.ts';
import type { PopLore } from './pops.ts';
import type { Clock } from './ports.ts';
import type { Keeper } from './store/keeper.ts';
import type { Store } from './store/store.ts';

/** Deliveries that are looked at to see whether a clock is wrong. */
const deliveries = 50;

/** Answers from the log what a screen pop needs to know. Where there is no log now, a card shows without. */
export function popLore(keeper: () => Keeper | null, clock: Clock): PopLore {
  const store = (): Store | null => keeper()?.current() ?? null;
  return {
    facts(call): CallerFacts {
      const known =
        call.person === null ? null : store()?.callers.known(call.person, call.startedAtUs, midnight(clock));
      return {
        timeZone: zoneOf(call.e164),
        lastTalk: known?.lastTalk ?? null,
        lastNote: known?.lastNote ?? null,
        followUpSinceUs: known?.followUpSinceUs ?? null,
        callsToday: known?.callsToday ?? 1,
      };
    },
    nameOf: (key) => store()?.names.of(key) ?? null,
    marksOf: (ref) => store()?.marks.of(ref) ?? { hasNote: false, tags: [] },
    note: (ref) => store()?.notes.get(ref) ?? null,
    delayBeside: (refs) => usualDelay(store()?.events.delaysBeside(refs, deliveries) ?? []),
    heldBack(calls) {
      keeper()?.write((open) => {
        for (const { ref, reason } of calls) open.heldBack.put(ref, clock.nowUs(), reason);
      });
    },
  };
}

/** The last midnight by the clock and the zone of this machine. */
function midnight(clock: Clock): Us {
  return new Date(clock.nowUs() / 1000).setHours(0, 0, 0, 0) * 1000;
}
