import { defaultSettings, type Settings } from '../../shared/settings.ts';

export type SettingName = keyof Settings;

export const settingNames = Object.keys(defaultSettings) as readonly SettingName[];

/** What ties Ringside to one machine and one phone: no file and no reset changes it unasked. */
export const machineBound: ReadonlySet<SettingName> = new Set([
  'extensions',
  'domain',
  'port',
  'startAtLogin',
  'reach',
  'forwardUrl',
]);

/** Those of a patch, or of all settings. */
export function namesIn(settings: Partial<Settings>): readonly SettingName[] {
  return settingNames.filter((name) => settings[name] !== undefined);
}

/** The values that some settings have. */
export function valuesOf(settings: Partial<Settings>, names: readonly SettingName[]): Partial<Settings> {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}

/** Whether a setting says the same in both. */
export function isSame(name: SettingName, one: Partial<Settings>, other: Partial<Settings>): boolean {
  return JSON.stringify(one[name]) === JSON.stringify(other[name]);
}
