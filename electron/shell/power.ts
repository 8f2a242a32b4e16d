import { powerMonitor } from 'electron';

/** Calls back when the machine is about to sleep. */
export function onSleep(listener: () => void): void {
  powerMonitor.on('suspend', listener);
}

/** Calls back when the machine has woken up, or its user has come back to it. */
export function onWake(listener: () => void): void {
  powerMonitor.on('resume', listener);
  powerMonitor.on('unlock-screen', listener);
}
