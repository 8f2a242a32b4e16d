import type { Settings } from '../../shared/settings.ts';
import { settingNames, valuesOf, type SettingName } from './settingNames.ts';

/** A moment that will have passed when the file is read. */
const passing: ReadonlySet<SettingName> = new Set(['doNotDisturbUntilUs']);

/** The settings as a file that people may look at and change. */
export function writeSettings(settings: Settings): string {
  const lasting = settingNames.filter((name) => !passing.has(name));
  return `${JSON.stringify({ ringside: 'settings', settings: valuesOf(settings, lasting) }, null, 2)}\n`;
}

/** What a file holds. Its values are checked by the core alone, when they are to take effect. */
export type FileContent =
  | { readonly kind: 'not-settings' }
  | {
      readonly kind: 'settings';
      readonly settings: Partial<Settings>;
      /** Names that no setting has. */
      readonly unknown: readonly string[];
    };

export function readSettings(text: string): FileContent {
  const file = parsed(text);
  if (!isRecord(file) || file['ringside'] !== 'settings' || !isRecord(file['settings']))
    return { kind: 'not-settings' };
  const { settings } = file;
  const known = settingNames.filter((name) => settings[name] !== undefined && !passing.has(name));
  const unknown = Object.keys(settings).filter((name) => !(settingNames as readonly string[]).includes(name));
  return { kind: 'settings', settings: valuesOf(settings, known), unknown };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
