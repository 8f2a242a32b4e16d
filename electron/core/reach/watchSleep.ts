import type { Us } from '../../../shared/call.ts';
import type { Clock } from '../ports.ts';

/** How often it is looked, in ms. */
const lookMs = 2000;
/** A tick that is later than this, in ms, was not late for want of time: connections of before may be dead. */
const lateMs = 5000;

/**
 * Notices by itself that the machine was asleep, also where no system says so: timers stand still meanwhile, the time of
 * day does not. A clock that is set forward looks the same.
 *
 * @returns the way to stop watching
 */
export function watchSleep(clock: Clock, slept: (fromUs: Us, toUs: Us) => void): () => void {
  let seenUs = clock.nowUs();
  const look = () => {
    const fromUs = seenUs;
    seenUs = clock.nowUs();
    callOff = clock.after(lookMs, look);
    if (seenUs - fromUs > (lookMs + lateMs) * 1000) slept(fromUs, seenUs);
  };
  let callOff = clock.after(lookMs, look);
  return () => callOff();
}
