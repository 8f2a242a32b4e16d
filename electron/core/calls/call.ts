import type { CallRow, Leg } from '../../../shared/call.ts';

/**
 * A call of mine, worked out from its events. The same facts as the row a window shows, without what belongs to people
 * rather than to the call (names, and numbers written for reading).
 */
export interface Call extends Omit<CallRow, 'party' | 'calledDisplay'> {
  /** The other party as sent; null when withheld. */
  readonly number: string | null;
  readonly e164: string | null;
  readonly legs: readonly Leg[];
}
