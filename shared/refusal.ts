import type { Settings } from './settings.ts';
import type { en } from './words/en.ts';
import { fill } from './words/fill.ts';

type Messages = (typeof en)['refusals'];

/** What is wrong with the value of a setting; `settingFaults` of the catalogue has words for each. */
export type SettingFault = keyof (typeof en)['settingFaults'];

/** What stands in braces in a message. */
type Blank<Message> = Message extends `${string}{${infer Name}}${infer Rest}` ? Name | Blank<Rest> : never;

/** Blanks that are filled with words of the catalogue; whatever stands in all others is shown as it is. */
interface Named {
  readonly setting: keyof Settings;
  readonly fault: SettingFault;
}

/**
 * Why something was refused. Each kind is a message of the catalogue, and each blank of that message a field here: no
 * reason is without words, in any language.
 */
export type Reason = {
  [Kind in keyof Messages]: { readonly kind: Kind } & {
    readonly [Name in Blank<Messages[Kind]>]: Name extends keyof Named ? Named[Name] : string;
  };
}[keyof Messages];

export interface RefusalWords {
  readonly messages: Readonly<Record<Reason['kind'], string>>;
  readonly faults: Readonly<Record<SettingFault, string>>;
  readonly nameOf: (setting: keyof Settings) => string;
}

/** Writes a reason out. */
export function refusalSentence(reason: Reason, { messages, faults, nameOf }: RefusalWords): string {
  return fill(messages[reason.kind], {
    ...reason,
    ...('setting' in reason && { setting: nameOf(reason.setting) }),
    ...('fault' in reason && { fault: faults[reason.fault] }),
  });
}
