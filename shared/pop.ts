import type { CallRow } from './call.ts';

/** A screen pop: one incoming call that rings me now, or has just stopped to. */
export interface Pop {
  readonly call: CallRow;
  /** `ringing` until somebody answers, then `answered` (by me), then gone. `missed` only in a notification. */
  readonly state: 'ringing' | 'answered' | 'missed';
}
