import { existsSync, readFileSync } from 'node:fs';

import { type Settings, defaultSettings } from '../../../shared/settings.ts';
import { moveAside } from '../store/moveAside.ts';
import { writeAtomically } from './atomicFile.ts';
import { isSameSetting, namesIn } from './layers.ts';
import { settingsFile } from './schema.ts';

/** Stands in a file that holds the user's choices and nothing else. */
const mark = { holds: 'choices' };

/**
 * Reads what the user has chosen; nothing where there is no file. A file that makes no sense is moved aside, never
 * overwritten: its owner may have written it by hand.
 */
export function readChoices(path: string, now: Date): { choices: Partial<Settings>; movedAside: string | null } {
  if (!existsSync(path)) return { choices: {}, movedAside: null };
  const text = readFileSync(path, 'utf8');
  try {
    return { choices: choicesIn(text), movedAside: null };
  } catch {
    return { choices: {}, movedAside: moveAside(path, now) };
  }
}

/** Reads the choices beside a running Ringside; none where they make no sense. Touches nothing. */
export function peekChoices(path: string): Partial<Settings> {
  try {
    return choicesIn(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** @throws when the disk is full or the file cannot be written; the old file is then still there */
export function writeChoices(path: string, choices: Partial<Settings>): void {
  writeAtomically(path, `${JSON.stringify({ ...mark, ...choices }, null, 2)}\n`);
}

/** Older versions wrote every setting down: one that is as Ringside has it by itself was nobody's choice there. */
function choicesIn(text: string): Partial<Settings> {
  const file: unknown = JSON.parse(text);
  const settings = settingsFile.parse(file);
  const isMarked = typeof file === 'object' && file !== null && 'holds' in file && file.holds === mark.holds;
  if (isMarked) return settings;
  const chosen = namesIn(settings).filter((name) => !isSameSetting(name, settings, defaultSettings));
  return Object.fromEntries(chosen.map((name) => [name, settings[name]]));
}
