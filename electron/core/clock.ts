import type { Clock } from './ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  nowUs: () => Date.now() * 1000,
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
