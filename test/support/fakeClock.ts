import type { Clock } from '../../electron/core/ports.ts';
import type { Us } from '../../shared/call.ts';

export interface FakeClock extends Clock {
  /** Lets time pass, and calls back what falls due meanwhile, in order. */
  advance(ms: number): void;
  /** Is set to another time, forwards or back: nothing falls due. So it is, too, for a machine that was asleep. */
  jump(ms: number): void;
}

/** A clock that stands still until it is told otherwise. Begins at a time the documented samples are long before. */
export function fakeClock(startUs: Us = 1_800_000_000_000_000): FakeClock {
  let nowUs = startUs;
  let timers: { dueUs: Us; callback: () => void }[] = [];
  return {
    nowUs: () => nowUs,
    after(ms, callback) {
      const timer = { dueUs: nowUs + ms * 1000, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    jump(ms) {
      nowUs += ms * 1000;
      timers = timers.map((timer) => Object.assign(timer, { dueUs: timer.dueUs + ms * 1000 }));
    },
    advance(ms) {
      const untilUs = nowUs + ms * 1000;
      for (;;) {
        const next = timers.filter((timer) => timer.dueUs <= untilUs).sort((a, b) => a.dueUs - b.dueUs)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        nowUs = next.dueUs;
        next.callback();
      }
      nowUs = untilUs;
    },
  };
}
