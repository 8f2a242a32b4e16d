import type { Clock } from '../ports.ts';

/** How often it is asked, in ms. */
const askMs = 5000;

/**
 * Tells when a far end that was gone is there again, so that nobody waits for the end of a long pause. One that is there
 * all the time says nothing by it: what fails then fails for another reason, and the pauses are for that.
 *
 * @param wanted how to ask; null while nobody waits for it
 * @returns the way to stop watching
 */
export function watchReturn(
  clock: Clock,
  wanted: () => (() => Promise<boolean>) | null,
  returned: () => void,
): () => void {
  let isOver = false;
  let wasGone = false;
  const look = async () => {
    const ask = wanted();
    const isThere = ask === null ? null : await ask();
    if (isOver) return;
    const isNews = wasGone && isThere === true && wanted() !== null;
    wasGone = isThere === false;
    callOff = clock.after(askMs, () => void look());
    if (isNews) returned();
  };
  let callOff = clock.after(askMs, () => void look());
  return () => {
    isOver = true;
    callOff();
  };
}
