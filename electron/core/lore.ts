import type { Us } from '../../shared/call.ts';
import type { CallerFacts } from '../../shared/pop.ts';
import type { Call } from './calls/call.ts';
import { usualDelay } from './calls/usualDelay.ts';
import { timeZoneOf } from './numbers/timeZone.ts';
import { writeNumber } from './numbers/write.ts';
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
        timeZone: zoneOf(call, clock),
        lastTalk: known?.lastTalk ?? null,
        lastNote: known?.lastNote ?? null,
        followUpSinceUs: known?.followUpSinceUs ?? null,
        callsToday: known?.callsToday ?? 1,
      };
    },
    note: (ref) => store()?.notes.get(ref) ?? null,
    delayBeside: (refs) => usualDelay(store()?.events.delaysBeside(refs, deliveries) ?? []),
    heldBack(calls) {
      keeper()?.write((open) => {
        for (const { ref, reason } of calls) open.heldBack.put(ref, clock.nowUs(), reason);
      });
    },
  };
}

function zoneOf({ e164 }: Call, clock: Clock): string | null {
  const country = e164 === null ? null : writeNumber(e164).country;
  return country === null ? null : timeZoneOf(country, new Date(clock.nowUs() / 1000));
}

/** The last midnight by the clock and the zone of this machine. */
function midnight(clock: Clock): Us {
  return new Date(clock.nowUs() / 1000).setHours(0, 0, 0, 0) * 1000;
}
