import type { Us } from './call.ts';

/**
 * Why a call has its outcome: one plain sentence, as a message of the words catalogue and what goes into it. Worked out
 * from the legs each time it is shown, never stored.
 */
export interface Why {
  readonly message: WhyMessage;
  /** How long it rang. */
  readonly ringUs?: Us;
  readonly talkUs?: Us;
  /** How long it went on after it had stopped ringing me. */
  readonly afterUs?: Us;
  /** The extension that had to do with it. */
  readonly by?: string;
  /** FreeSWITCH's word, where there is no plainer one. */
  readonly cause?: string;
}

export const whyMessages = [
  'answered',
  'answeredAtOnce',
  'answeredThenDropped',
  'transferred',
  'transferredTo',
  'cameFrom',
  'takenBy',
  'takenByLater',
  'takenBySomebody',
  'pickedUp',
  'declined',
  'busy',
  'phoneOffline',
  'callerHungUp',
  'callerHungUpBeforeRing',
  'rangOut',
  'rangOutStillWaiting',
  'endedWhileRinging',
  'endedBeforeRing',
  'reached',
  'reachedThenDropped',
  'cancelled',
  'noAnswer',
  'theirLineBusy',
  'rejected',
  'noRoute',
  'barred',
  'network',
  'ringing',
  'talking',
  'dialling',
  'unfinished',
] as const;
export type WhyMessage = (typeof whyMessages)[number];
