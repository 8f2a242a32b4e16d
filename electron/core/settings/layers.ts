import { isDeepStrictEqual } from 'node:util';

import { type Hold, type Settings, type SettingsView, defaultSettings } from '../../../shared/settings.ts';
import type { Policy } from '../policy/readPolicy.ts';

/** Whoever has a say in the settings. */
export interface Layers {
  /** The command line, for this run. */
  readonly start: Partial<Settings>;
  readonly choices: Partial<Settings>;
  readonly policy: Policy | null;
}

/**
 * The settings in force: what the policy locks, then what a start option says, then what the user has chosen, then the
 * defaults of the policy, then Ringside's own.
 */
export function settingsIn({ start, choices, policy }: Layers): SettingsView {
  const defaults = { ...defaultSettings, ...policy?.defaults };
  const locked = policy?.locked ?? {};
  return {
    settings: { ...defaults, ...choices, ...start, ...locked },
    defaults: { ...defaults, ...locked },
    held: { ...heldBy('start-option', start), ...heldBy('policy', locked) },
    policy: policy === null ? null : { path: policy.path, faults: policy.faults },
  };
}

/**
 * What the user has chosen once they have changed something. What is set to its default is no choice: it follows the
 * default when the organisation changes that.
 */
export function choicesAfter(patch: Partial<Settings>, choices: Partial<Settings>, policy: Policy | null) {
  const defaults = { ...defaultSettings, ...policy?.defaults };
  const next = { ...choices, ...patch };
  const chosen = namesIn(next).filter((name) => !(name in patch) || !isSameSetting(name, next, defaults));
  return Object.fromEntries(chosen.map((name) => [name, next[name]])) as Partial<Settings>;
}

/** The names of those settings that are there. */
export function namesIn(settings: Partial<Settings>): readonly (keyof Settings)[] {
  return Object.keys(settings) as (keyof Settings)[];
}

export function isSameSetting(name: keyof Settings, one: Partial<Settings>, other: Partial<Settings>): boolean {
  return isDeepStrictEqual(one[name], other[name]);
}

function heldBy(hold: Hold, settings: Partial<Settings>): SettingsView['held'] {
  return Object.fromEntries(namesIn(settings).map((name) => [name, hold]));
}
