import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Settings } from '../../shared/settings.ts';
import { webhookToken, writeToken } from './http/token.ts';
import { makeFolder } from './makeFolder.ts';
import { writeAtomically } from './settings/atomicFile.ts';
import { readSettings, writeSettings } from './settings/settingsFile.ts';
import { lockFolder } from './store/connection.ts';

/** What the data folder holds beside the database. */
export interface Folder {
  readonly settings: Settings;
  /** Where a settings file went that made no sense; null when all was well. */
  readonly settingsMovedAside: string | null;
  readonly token: string;
  /** Where a token file went that held none, so that the address is a new one; null when all was well. */
  readonly tokenMovedAside: string | null;
  /** @throws when the disk does not take it */
  saveSettings(settings: Settings): void;
  /** Puts back what somebody deleted meanwhile: the PBX is set up with this token. A full disk puts it off. */
  keep(): void;
  /** Tells other programs of this machine (the simulator) where webhooks go; null when nowhere. */
  announce(running: { webhook: string; extensions: readonly string[]; domain: string | null } | null): void;
  unlock(): void;
}

export type OpenedFolder =
  | { readonly kind: 'open'; readonly folder: Folder }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'not-writable'; readonly message: string };

/** Takes the data folder for this process alone, making it when it is new. */
export function openFolder(dataDir: string, now: Date): OpenedFolder {
  let unlock: (() => void) | null = null;
  try {
    makeFolder(dataDir);
    unlock = lockFolder(join(dataDir, 'lock.db'));
    if (unlock === null) return { kind: 'in-use' };
    const settingsPath = join(dataDir, 'settings.json');
    const read = readSettings(settingsPath, now);
    const tokenPath = join(dataDir, 'webhook-token');
    const { token, movedAside: tokenMovedAside } = webhookToken(tokenPath, now);
    const runningPath = join(dataDir, 'running.json');
    let settings = read.settings;
    return {
      kind: 'open',
      folder: {
        settings: read.settings,
        settingsMovedAside: read.movedAside,
        token,
        tokenMovedAside,
        saveSettings(next) {
          writeSettings(settingsPath, next);
          settings = next;
        },
        keep() {
          if (existsSync(tokenPath)) return;
          try {
            makeFolder(dataDir);
            writeToken(tokenPath, token);
            if (!existsSync(settingsPath)) writeSettings(settingsPath, settings);
          } catch {
            // Tried again with the next tick; meanwhile the token in force is the one in memory.
          }
        },
        announce(running) {
          if (running === null) rmSync(runningPath, { force: true });
          else writeAtomically(runningPath, `${JSON.stringify({ pid: process.pid, ...running })}\n`);
        },
        unlock,
      },
    };
  } catch (error) {
    unlock?.();
    return { kind: 'not-writable', message: error instanceof Error ? error.message : String(error) };
  }
}
