import type { z } from 'zod';

import type { RequestError, RequestName } from '../../../shared/contract.ts';
import type { Reason, SettingFault } from '../../../shared/refusal.ts';
import { type Settings, defaultSettings } from '../../../shared/settings.ts';
import { en } from '../../../shared/words/en.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with an argument: where, for scripts, and for people in the words of the catalogue. */
export function wrongArgument(name: RequestName, { issues }: z.ZodError): RequestError {
  const isSetting = name === 'settings.change';
  const details = issues.map((issue) => {
    const words = isFault(issue.message) ? en.settingFaults[issue.message] : issue.message;
    return issue.path.length === 0 ? words : `${issue.path.map(String).join('.')}: ${words}`;
  });
  return {
    code: 'bad-request',
    message: `${name}: ${details.join('; ')}.`,
    words: issues.map(isSetting ? settingReason : textReason),
  };
}

function settingReason(issue: Issue): Reason {
  const [setting] = issue.path;
  if (isSettingName(setting)) return { kind: 'wrong-setting', setting, fault: faultOf(issue) };
  if (issue.code === 'unrecognized_keys') return { kind: 'unknown-setting', name: issue.keys.join(', ') };
  return { kind: 'not-understood' };
}

/** A window holds people to everything but the length of what they paste. */
function textReason(issue: Issue): Reason {
  return issue.code === 'too_big' && issue.origin === 'string'
    ? { kind: 'too-long', most: String(issue.maximum) }
    : { kind: 'not-understood' };
}

/** The schema of the settings says no more than the key of the fault. */
function faultOf({ message }: Issue): SettingFault {
  return isFault(message) ? message : 'shape';
}

function isFault(text: string): text is SettingFault {
  return Object.hasOwn(en.settingFaults, text);
}

function isSettingName(name: PropertyKey | undefined): name is keyof Settings {
  return name !== undefined && Object.hasOwn(defaultSettings, name);
}
