/** What a call is, in the words both sides of the contract share. Every time is in epoch microseconds. */

import type { HoldReason } from './pop.ts';
import type { Why } from './why.ts';

/** Microseconds: since 1970-01-01T00:00Z for a point in time (`…AtUs`), or a length (`ringUs`, `talkUs`). */
export type Us = number;

/** Whether I was called or was calling: decided by who I am in the call, never by the wire's `direction`. */
export type Direction = 'in' | 'out';

/** Every outcome a call can have for me. The spelling is a promise to people who script against the export. */
export const outcomes = [
  'answered',
  'transferred',
  'answered-elsewhere',
  'picked-up',
  'declined',
  'busy',
  'unreachable',
  'missed',
  'cancelled',
  'no-answer',
  'rejected',
  'wrong-number',
  'not-permitted',
  'failed',
  'in-progress',
  'unfinished',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Those that a call can end with. */
export const endings = outcomes.filter((outcome) => outcome !== 'in-progress');

/** The finer word behind an outcome, where the legs and the hang-up cause tell one. */
export type Reason =
  | 'caller-hung-up'
  | 'rang-out'
  | 'phone-offline'
  | 'line-dropped'
  | 'no-route'
  | 'barred'
  | 'network'
  | 'ringing'
  | 'talking'
  | 'dialling';

/** Whether somebody still has to be called back because of a call. */
export type FollowUpState =
  /** The call asks for none. */
  | 'none'
  /** Nobody has spoken with them since. */
  | 'open'
  | 'settled';

/** What one channel did: one phone that rang, or the caller's own line. */
export interface Leg {
  /** The PBX's `channel_uuid`; for events without one, the call's `ref`. */
  readonly channel: string;
  /** The extension whose phone this is, or null for an outside line or the call's first leg. */
  readonly extension: string | null;
  readonly mine: boolean;
  readonly startedAtUs: Us | null;
  readonly rangAtUs: Us | null;
  readonly answeredAtUs: Us | null;
  readonly endedAtUs: Us | null;
  /** FreeSWITCH's hang-up cause as sent, or null while the leg lives. */
  readonly cause: string | null;
}

/** Whoever is not me. */
export interface Party {
  /** As the PBX sent it; null when withheld. */
  readonly number: string | null;
  /** E.164, or the bare extension; null when withheld. */
  readonly e164: string | null;
  /** The number written for people ("+357 99 123456"); null when withheld. */
  readonly display: string | null;
  /** The contact's name, or null when nobody gave this number one. */
  readonly name: string | null;
  /** The contact's company, and the contact itself; null without one. */
  readonly company: string | null;
  readonly contactId: number | null;
  /** ISO 3166 alpha-2 of the number's country, or null for extensions and unknown numbers. */
  readonly country: string | null;
  /** Not to be shown now: everything else is null then. */
  readonly hidden: boolean;
}

/** One line of the call log. */
export interface CallRow {
  readonly ref: string;
  readonly direction: Direction;
  /** Between two extensions. */
  readonly internal: boolean;
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  /** Hang-up cause that decided the outcome, as sent. */
  readonly cause: string | null;
  readonly party: Party;
  /** Mine. */
  readonly extension: string;
  /** The number or extension that was dialled. */
  readonly called: string | null;
  /** `called` written for people. */
  readonly calledDisplay: string | null;
  /** The extension that answered, mine included; null when nobody did, or it is not known who. */
  readonly answeredBy: string | null;
  readonly startedAtUs: Us;
  readonly rangAtUs: Us | null;
  readonly answeredAtUs: Us | null;
  readonly endedAtUs: Us | null;
  /** How long it rang; null when it never did, or still does. */
  readonly ringUs: Us | null;
  /** How long was talked; null when nobody did, or they still do. */
  readonly talkUs: Us | null;
  /** How often it rang me, in all the calls that were joined into this one. */
  readonly offers: number;
  /** Offered to a group or by a queue, and not to me alone. */
  readonly group: boolean;
  /** The extension a colleague handed the call over from. */
  readonly cameFrom: string | null;
  /** The extension or number I handed it over to. */
  readonly transferredTo: string | null;
  readonly followUp: FollowUpState;
  readonly hasNote: boolean;
  /** By name. */
  readonly tags: readonly string[];
  readonly recording: string | null;
  readonly clickToCall: boolean;
  readonly clickToCallData: string | null;
  readonly failedReason: string | null;
}

/** An event as it came from the PBX, for the curious and for support. */
export interface RawEvent {
  readonly id: number;
  readonly action: string;
  /** The PBX's own time of the event; null when it gave none. */
  readonly sentAtUs: Us | null;
  readonly receivedAtUs: Us;
  /** The body was not valid JSON and was read after a repair. */
  readonly repaired: boolean;
  /** The body as sent. */
  readonly body: string;
}

/** Another call that has to do with a call: both ends of a transfer. */
export interface LinkedCall {
  /** `to`: what I handed this call over to. `from`: what this call was handed over from. */
  readonly kind: 'to' | 'from';
  /** Null when it is none of my log. */
  readonly ref: string | null;
  /** Whoever was in it besides me and the colleague: on a call that came from a colleague, the outside caller. */
  readonly party: Party;
}

/** What settled a follow-up. */
export type Settlement =
  /** I spoke with them, in that call of mine. */
  | { readonly kind: 'me'; readonly atUs: Us; readonly ref: string }
  /** A colleague did; null when it is not known who. */
  | { readonly kind: 'colleague'; readonly atUs: Us; readonly extension: string | null }
  | { readonly kind: 'by-hand'; readonly atUs: Us; readonly reason: string | null };

export interface CallDetail {
  readonly call: CallRow;
  readonly why: Why;
  readonly legs: readonly Leg[];
  /** Of this call and of those joined into it, in order of arrival. */
  readonly events: readonly RawEvent[];
  /** The refs of all the calls that were joined into this one; just its own when none were. */
  readonly refs: readonly string[];
  readonly links: readonly LinkedCall[];
  /** Null unless its follow-up is settled. */
  readonly settlement: Settlement | null;
  readonly note: string | null;
  /** Why it was not told of when it rang; null when it was, or never rang me. */
  readonly heldBack: { readonly reason: HoldReason; readonly atUs: Us } | null;
  /** Where its recording is to be had; null when the settings do not say, or there is none. */
  readonly recordingUrl: string | null;
}

/** Somebody to call back: everything they tried that is still open. */
export interface FollowUp {
  readonly party: Party;
  /** Newest first; one alone for a withheld caller, who may be anybody. */
  readonly calls: readonly CallRow[];
  /** When the oldest of them began. */
  readonly sinceUs: Us;
  /** IANA name of their time zone, told by the number; null when it tells none. */
  readonly timeZone: string | null;
  /** Put off until then; null when it is not. */
  readonly snoozedUntilUs: Us | null;
}

/** Where a keyset page ended: the page after it starts strictly below this pair. */
export interface CallCursor {
  readonly startedAtUs: Us;
  readonly ref: string;
}

export interface CallPage {
  readonly calls: readonly CallRow[];
  /** Null on the last page. */
  readonly next: CallCursor | null;
}
