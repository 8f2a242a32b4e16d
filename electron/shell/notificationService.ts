import { setTimeout as pause } from 'node:timers/promises';

import { askSessionBus } from './sessionBus.ts';

const service = 'org.freedesktop.Notifications';

/** In ms. Asking takes a process, and Electron then waits for the answer: the card of the call goes first. */
const pauseMs = 40;

/**
 * Whether notifications can be handed to the system now. On Linux its notification service has to be asked before every
 * word to it: Electron waits for its answers in the main process, 25 s for each where the service hangs, and no card
 * would come up meanwhile. When nobody can be asked, it is taken to be well.
 */
export async function takesNotifications(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  await pause(pauseMs);
  const answer = await askSessionBus({
    program: service,
    path: '/org/freedesktop/Notifications',
    method: `${service}.GetServerInformation`,
    strings: [],
  });
  return answer.kind !== 'silent';
}
