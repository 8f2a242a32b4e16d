import { existsSync, readFileSync } from 'node:fs';

import { type Settings, defaultSettings } from '../../../shared/settings.ts';
import { moveAside } from '../store/moveAside.ts';
import { writeAtomically } from './atomicFile.ts';
import { settingsFile } from './schema.ts';

/**
 * Reads the settings; the defaults where there are none. A file that makes no sense is moved aside, never overwritten:
 * its owner may have written it by hand.
 */
export function readSettings(path: string, now: Date): { settings: Settings; movedAside: string | null } {
  if (!existsSync(path)) return { settings: defaultSettings, movedAside: null };
  const text = readFileSync(path, 'utf8');
  try {
    return { settings: settingsFile.parse(JSON.parse(text)), movedAside: null };
  } catch {
    return { settings: defaultSettings, movedAside: moveAside(path, now) };
  }
}

/** Reads the settings beside a running Ringside; the defaults where they make no sense. Touches nothing. */
export function peekSettings(path: string): Settings {
  try {
    return settingsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return defaultSettings;
  }
}

/** @throws when the disk is full or the file cannot be written; the old file is then still there */
export function writeSettings(path: string, settings: Settings): void {
  writeAtomically(path, `${JSON.stringify(settings, null, 2)}\n`);
}
