import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function schedule() {
  timer = setTimeout(beat, 1000 - (Date.now() % 1000));
}

function beat() {
  schedule();
  for (const listener of listeners) listener();
}

/** One beat per second, on the second, shared by everything on the page that runs. Rests while nobody listens. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) schedule();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** Now, in epoch milliseconds cut to the second. Renders again each second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / 1000) * 1000);
}

/** The minute that is running, in epoch milliseconds. Renders again when the next one begins. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / 60_000) * 60_000);
}

/** Whether a point in time, in epoch milliseconds, is over. Renders again when it is. */
export function useIsOver(atMs: number): boolean {
  return useSyncExternalStore(subscribe, () => Date.now() >= atMs);
}

/** Today's midnight in local time, in epoch milliseconds. Renders again when the day changes. */
export function useToday(): number {
  return useSyncExternalStore(subscribe, () => midnightOf(Date.now()));
}

/** The local midnight at or before a point in time, both in epoch milliseconds. */
export function midnightOf(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
