/** How long everything waits that keeps a tunnel up. All in ms. */

/**
 * Between two probes of a tunnel that is up; also how long an event that came in makes one needless. One a minute would use a
 * small plan up by itself.
 */
export function probeMs(isMetered: boolean): number {
  return isMetered ? 300_000 : 60_000;
}

/** A probe that takes longer is lost. */
export const probeTimeoutMs = 5000;
/** For how long pauses are short after a wake or with another network. */
export const hurriedMs = 120_000;
/** A machine that is awake this long after it wanted to sleep has changed its mind. */
export const sleepAwaitedMs = 30_000;

/** The far end may still be settling, or it was a single packet: the first probes that are lost in a row are soon repeated. */
const firstProbesMs = [250, 500, 1000];

/** Until the next probe, after so many were lost in a row (from 1). */
export function reprobeMs(lost: number, isMetered: boolean): number {
  return firstProbesMs[lost - 1] ?? (isMetered ? 60_000 : 15_000);
}

/**
 * Until the next start: anything from nothing to twice as much as before ("full jitter"), so that a thousand machines do
 * not come back to one server in step.
 *
 * @param attempt starts in a row that proved nothing, from 0
 * @param jitter a random number of [0, 1)
 * @param isHurried the network comes back any moment
 */
export function backoffMs(attempt: number, jitter: number, isHurried: boolean): number {
  return Math.round(jitter * Math.min(isHurried ? 2000 : 60_000, 500 * 2 ** Math.min(attempt, 20)));
}

/** Until the next start at a service that has had enough of us: one to five minutes. */
export function rateLimitedPauseMs(jitter: number): number {
  return Math.round(60_000 + jitter * 240_000);
}

/** How long a run may take to say that it is connected. */
export function connectPatienceMs(attempt: number): number {
  return doubled(30_000, attempt);
}

/** How long a connected one may prove nothing until it is replaced; a new address costs the user more than a wait. */
export function proofPatienceMs(attempt: number, isStable: boolean): number {
  return doubled(isStable ? 12_000 : 120_000, attempt);
}

/** Doubled with every start in vain, up to five minutes. */
function doubled(ms: number, attempt: number): number {
  return Math.min(300_000, ms * 2 ** Math.min(attempt, 20));
}
