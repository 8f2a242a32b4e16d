import type { CallRow, Leg, Us } from '../../../shared/call.ts';

/**
 * A call of mine, worked out from its events. The same facts as the row a window shows, without what belongs to people
 * rather than to the call (names, follow-ups, and numbers written for reading), and with what other calls need of it.
 */
export interface Call extends Omit<CallRow, 'party' | 'calledDisplay' | 'followUp' | 'hasNote' | 'tags'> {
  /** The other party as sent; null when withheld. */
  readonly number: string | null;
  readonly e164: string | null;
  /** The other party as known again from call to call; see `personOf`. */
  readonly person: string | null;
  readonly domain: string | null;
  /** When somebody of the house spoke with them in this call, and who; null for nobody, or nobody known. */
  readonly contactAtUs: Us | null;
  readonly contactBy: string | null;
  /** It is over for me, and the caller still waits for others. */
  readonly callerWaits: boolean;
  readonly legs: readonly Leg[];
}
