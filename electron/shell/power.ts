import { powerMonitor } from 'electron';

/** Calls back when the machine has woken up, or its user has come back to it. */
export function onWake(listener: () => void): void {
  powerMonitor.on('resume', listener);
  powerMonitor.on('unlock-screen', listener);
}
