import type { PolicyFault } from '../../../shared/policy.ts';
import type { SettingFault } from '../../../shared/refusal.ts';
import { type Settings, defaultSettings } from '../../../shared/settings.ts';
import { en } from '../../../shared/words/en.ts';
import { settingFields } from '../settings/schema.ts';
import { type Blanks, type Filled, fillBlanks } from './fillBlanks.ts';
import { isRecord } from './isRecord.ts';
import type { PolicyFile } from './policyFile.ts';
import { learnedExtensions } from './userRule.ts';

/** What an organisation's policy file comes to for the user who runs Ringside. */
export interface Policy {
  readonly path: string;
  /** In force until the user chooses otherwise. */
  readonly defaults: Partial<Settings>;
  /** In force whatever the user chooses. */
  readonly locked: Partial<Settings>;
  /** What of the file is not in force. */
  readonly faults: readonly PolicyFault[];
}

/** A moment that passes is nothing an organisation can set. */
const passing: ReadonlySet<string> = new Set(['doNotDisturbUntilUs'] satisfies (keyof Settings)[]);

/**
 * Reads a policy as far as it makes sense: whatever is wrong with it is left out and named, for agents need their calls
 * more than their organisation needs a setting, and an older Ringside must get on with a newer file. Null where there is
 * no file.
 */
export function readPolicy(file: PolicyFile, path: string, userName: string): Policy | null {
  if (file.kind === 'none') return null;
  const none = { path, defaults: {}, locked: {} };
  if (file.kind === 'refused') return { ...none, faults: [file.fault] };
  let content: unknown;
  try {
    content = JSON.parse(file.text);
  } catch (error) {
    return { ...none, faults: [{ where: '', fault: 'no-json', detail: String(error) }] };
  }
  if (!isRecord(content)) return { ...none, faults: [{ where: '', fault: 'object' }] };

  const faults: PolicyFault[] = [];
  const { $schema: _, defaults, locked, extensionFromUserName: rule, ...others } = content;
  const learned = learnedExtensions(rule, userName, faults);
  const extension = (learned?.locked ?? learned?.defaults)?.extensions[0] ?? null;
  const blanks = { user: userName, extension };
  const policy = {
    path,
    defaults: { ...settingsOf('defaults', defaults, blanks, faults), ...learned?.defaults },
    locked: { ...settingsOf('locked', locked, blanks, faults), ...learned?.locked },
  };
  for (const where of Object.keys(others)) faults.push({ where, fault: 'unknown-key' });
  return { ...policy, faults };
}

function settingsOf(
  where: 'defaults' | 'locked',
  given: unknown,
  blanks: Blanks,
  faults: PolicyFault[],
): Partial<Settings> {
  if (given === undefined) return {};
  if (!isRecord(given)) {
    faults.push({ where, fault: 'object' });
    return {};
  }
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!isSettingName(name)) {
      faults.push({ where: `${where}.${name}`, fault: 'unknown-setting' });
      continue;
    }
    // In the tunnel alone: where calls are looked up or sent on, words in braces stand for facts of a call.
    const filled: Filled = name === 'reach' ? fillBlanks(value, blanks) : { kind: 'filled', value };
    if (filled.kind === 'missing') {
      faults.push({ where: `${where}.${name}`, fault: 'blank', detail: filled.blank });
      continue;
    }
    const parsed = settingFields[name].safeParse(filledUp(filled.value, defaultSettings[name]));
    if (parsed.success) settings[name] = parsed.data;
    else faults.push(...parsed.error.issues.map((issue) => faultOf(`${where}.${name}`, issue)));
  }
  return settings;
}

function isSettingName(name: string): name is keyof Settings {
  return Object.hasOwn(settingFields, name) && !passing.has(name);
}

/** What a part of a setting leaves out is as Ringside has it by itself: nobody has to write a whole tunnel down. */
function filledUp(value: unknown, base: unknown): unknown {
  if (!isRecord(value) || !isRecord(base)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, filledUp(part, base[name])]);
  return { ...base, ...Object.fromEntries(parts) };
}

/** The schema says what is wrong by a key of the catalogue. */
function faultOf(where: string, { path, message }: { path: readonly PropertyKey[]; message: string }): PolicyFault {
  return { where: [where, ...path.map(String)].join('.'), fault: isFault(message) ? message : 'shape' };
}

function isFault(text: string): text is SettingFault {
  return Object.hasOwn(en.settingFaults, text);
}
