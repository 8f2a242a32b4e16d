import type { Settings } from '../../shared/settings.ts';
import { followPolicy } from '../core/policy/followPolicy.ts';
import { machinePolicy } from '../core/policy/policySource.ts';
import { settingsIn } from '../core/settings/layers.ts';

/** The settings by which a command works that reads the log beside Ringside: the user's choices, and the policy. */
export function settingsInForce(choices: Partial<Settings>): Settings {
  const policy = followPolicy(machinePolicy(process.platform)).current();
  return settingsIn({ start: {}, choices, policy }).settings;
}
