import type { SettingFault } from './refusal.ts';
import type { en } from './words/en.ts';
import { fill } from './words/fill.ts';

/** One thing that is wrong with a policy file, with words for it in `settingFaults` or `policyFaults` of the catalogue. */
export interface PolicyFault {
  /** Where it stands, such as `locked.port`; empty for the file as a whole. */
  readonly where: string;
  readonly fault: SettingFault | keyof (typeof en)['policyFaults'];
  /** What the words leave a blank for: the message of the system, or the value that was found. */
  readonly detail?: string;
}

/** A policy file of the organisation, as it was found on this machine. */
export interface PolicyView {
  readonly path: string;
  /** What of it is not in force, and why. Empty when all is well. */
  readonly faults: readonly PolicyFault[];
}

/** Whether nothing of a file with these faults is in force. */
export function isUnused(faults: readonly PolicyFault[]): boolean {
  return faults.some(({ where }) => where === '');
}

export type PolicyWords = Readonly<Record<PolicyFault['fault'], string>>;

/** Writes a fault out: where, and what is wrong. */
export function policyFaultSentence({ where, fault, detail = '' }: PolicyFault, words: PolicyWords): string {
  const what = fill(words[fault], { detail });
  return where === '' ? what : `${where}: ${what}`;
}
