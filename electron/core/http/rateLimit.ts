import type { Clock } from '../ports.ts';

/** A token bucket: `burst` at once, then `perSecond`. Returns whether one more is within the limit. */
export function rateLimit(clock: Clock, { burst, perSecond }: { burst: number; perSecond: number }): () => boolean {
  let left = burst;
  let lastUs = clock.nowUs();
  return () => {
    const nowUs = clock.nowUs();
    left = Math.min(burst, left + (Math.max(0, nowUs - lastUs) / 1_000_000) * perSecond);
    lastUs = nowUs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
