import type { Us } from '../../shared/call.ts';
import { useDuration } from '../format/useDuration.ts';
import { useNow } from '../time/ticker.ts';

/** A running clock since a point in time. A `timer`, so that a screen reader does not read every second aloud. */
export function Clock({ sinceUs, words }: { readonly sinceUs: Us; readonly words?: (duration: string) => string }) {
  const nowMs = useNow();
  const duration = useDuration();
  const elapsedUs = Math.max(0, Math.floor(nowMs / 1000 - sinceUs / 1_000_000)) * 1_000_000;
  const text = duration(elapsedUs);
  return (
    <span className="clock" role="timer">
      {words ? words(text) : text}
    </span>
  );
}
