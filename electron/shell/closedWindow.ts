import { app, Notification } from 'electron';

import { takesNotifications } from './notificationService.ts';
import type { Speech } from './speech.ts';
import { readStateFile, writeStateFile } from './stateFile.ts';
import { hasTray } from './trayHost.ts';

/**
 * What becomes of Ringside when its window is closed. It stays in the tray, and says so the first time. Where no tray
 * can be seen it ends, so that nobody gets a program they cannot reach. To be called before the app may quit;
 * `memory` is the file that knows whether it was said. Returns what the window calls.
 */
export function createClosedWindow(memory: string, speech: Speech): () => void {
  let quitting = false;
  app.once('before-quit', () => {
    quitting = true;
  });

  async function decide(): Promise<void> {
    if (!(await hasTray())) app.quit();
    else if (readStateFile(memory, isMemory) === null) await tell();
  }

  async function tell(): Promise<void> {
    if (!(await takesNotifications())) return;
    new Notification(speech.words().shell.stays).show();
    try {
      writeStateFile(memory, { toldThatItStays: true });
    } catch {
      // A full disk: it is said once more.
    }
  }

  return () => {
    if (!quitting) void decide();
  };
}

function isMemory(value: unknown): value is { readonly toldThatItStays: true } {
  return typeof value === 'object' && value !== null && 'toldThatItStays' in value;
}
