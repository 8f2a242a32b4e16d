import type { CallRow, Us } from './call.ts';

/** What a call is to me, as far as the rules of telling me go. */
export const callKinds = ['direct', 'group', 'internal'] as const;
export type CallKind = (typeof callKinds)[number];

/** How I am told of a call that rings. */
export interface Ways {
  readonly card: boolean;
  readonly notification: boolean;
  readonly sound: boolean;
}

/** Why nothing was raised although a phone of mine rang. */
export const holdReasons = [
  /** It had begun to ring too long ago: a sleeping machine, a delivery tried again. */
  'ring-too-old',
  'do-not-disturb',
  'quiet-hours',
  /** The settings want neither card, nor notification, nor sound for calls of its kind. */
  'not-wanted',
  /** My own phone rings first when I call by a click. */
  'click-to-call',
  /** A colleague had it before we heard that it rings. */
  'answered-elsewhere',
  /** It was over before we heard that it rings. */
  'call-over',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** What is known of whoever is calling, beside their number. */
export interface CallerFacts {
  /** IANA name of their time zone, told by the number; null when it tells none. */
  readonly timeZone: string | null;
  /** The last talk with them before this call. */
  readonly lastTalk: {
    readonly atUs: Us;
    readonly talkUs: Us | null;
    /** The colleague's extension; null when it was me. */
    readonly by: string | null;
  } | null;
  /** The newest note about them. */
  readonly lastNote: string | null;
  /** Since when somebody should have called them back; null when nobody should. */
  readonly followUpSinceUs: Us | null;
  /** How many calls with them rang today, this one among them. */
  readonly callsToday: number;
}

/** A screen pop: one incoming call that rings me now, that I am in, or that is just over. */
export interface Pop {
  readonly call: CallRow;
  /**
   * `ringing` until somebody answers, `answered` while I talk, `ended` for the seconds in which the card says how it
   * ended. `missed` is for a notification alone.
   */
  readonly state: 'ringing' | 'answered' | 'ended' | 'missed';
  readonly ways: Ways;
  /** Its sound was switched off by hand. */
  readonly silenced: boolean;
  readonly caller: CallerFacts;
  /** What I noted about the call so far. */
  readonly note: string | null;
  /** Nobody calls: the card of the self-test with this id. Whoever has drawn it says so (`selfTest.seen`). */
  readonly selfTest?: string;
}

/** Whether it shows as a card. A missed call is told of by its notification; the follow-ups keep it. */
export function hasCard({ ways, state }: Pop): boolean {
  return ways.card && state !== 'missed';
}

/** Whether I am in the call, or was: then there is something to note. */
export function wasMine({ call, state }: Pop): boolean {
  return state === 'answered' || (state === 'ended' && (call.outcome === 'answered' || call.outcome === 'transferred'));
}
