import type { RequestError } from '../../../shared/contract.ts';
import { type Reason, refusalSentence } from '../../../shared/refusal.ts';
import { en } from '../../../shared/words/en.ts';

/** A request that cannot be met, for a reason the window shows in its language. */
export class Refusal extends Error {
  readonly code: RequestError['code'];
  readonly reason: Reason;
  constructor(code: RequestError['code'], reason: Reason) {
    super(inEnglish(reason));
    this.code = code;
    this.reason = reason;
  }
}

/** For logs, the terminal and scripts. */
export function inEnglish(reason: Reason): string {
  return refusalSentence(reason, { messages: en.refusals, faults: en.settingFaults, nameOf: (setting) => setting });
}
