import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Settings } from '../../shared/settings.ts';
import { makeFolder } from './makeFolder.ts';
import { readChoices, writeChoices } from './settings/settingsFile.ts';
import { lockFolder } from './store/connection.ts';

/** What the data folder holds beside the database. */
export interface Folder {
  /** What the user has chosen. */
  readonly choices: Partial<Settings>;
  /** Where a settings file went that made no sense; null when all was well. */
  readonly settingsMovedAside: string | null;
  /** @throws when the disk does not take it */
  readonly saveChoices: (choices: Partial<Settings>) => void;
  /** Puts back what somebody deleted meanwhile. A full disk puts it off. */
  keep(): void;
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
    const read = readChoices(settingsPath, now);
    let choices = read.choices;
    /** There is a file: without one the defaults are in force, and stay so. */
    let isSaved = existsSync(settingsPath);
    return {
      kind: 'open',
      folder: {
        choices: read.choices,
        settingsMovedAside: read.movedAside,
        saveChoices(next) {
          writeChoices(settingsPath, next);
          isSaved = true;
          choices = next;
        },
        keep() {
          if (!isSaved || existsSync(settingsPath)) return;
          try {
            makeFolder(dataDir);
            writeChoices(settingsPath, choices);
          } catch {
            // Tried again with the next tick.
          }
        },
        unlock,
      },
    };
  } catch (error) {
    unlock?.();
    return { kind: 'not-writable', message: error instanceof Error ? error.message : String(error) };
  }
}
