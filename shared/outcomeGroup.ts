import { assertNever } from './assertNever.ts';
import type { Outcome } from './call.ts';

/**
 * What became of those who called me, as far as statistics tell them apart. `elsewhere`: a colleague took it. `missed`:
 * nobody did, whether I let it ring or my phone was busy or far away. `unclear`: the end of the call never arrived.
 */
export const outcomeGroups = ['answered', 'elsewhere', 'missed', 'declined', 'unclear'] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

/** The group of an incoming call. */
export function outcomeGroupOf(outcome: Outcome): OutcomeGroup {
  switch (outcome) {
    case 'answered':
    case 'transferred':
      return 'answered';
    case 'answered-elsewhere':
    case 'picked-up':
      return 'elsewhere';
    case 'missed':
    case 'busy':
    case 'unreachable':
      return 'missed';
    case 'declined':
      return 'declined';
    // The last ones are never the outcome of an incoming call.
    case 'unfinished':
    case 'in-progress':
    case 'cancelled':
    case 'no-answer':
    case 'rejected':
    case 'wrong-number':
    case 'not-permitted':
    case 'failed':
      return 'unclear';
    default:
      return assertNever(outcome);
  }
}
