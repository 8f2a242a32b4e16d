import type { Direction, Outcome, Reason } from '../../shared/call.ts';
import type { Delivery } from './delivery.ts';
import type { Desk } from './stage.ts';
import type { WireCall, WireLeg } from './wire.ts';

/** A story the PBX can tell, with what the call log has to make of it. */
export interface Scenario {
  /** As the command line calls it. */
  readonly name: string;
  /** One line for people. */
  readonly says: string;
  /** Tells the story. Pure: the same desk gives the same deliveries. */
  play(desk: Desk): Story;
}

export interface Story {
  /** In the order of sending. */
  readonly deliveries: readonly Delivery[];
  /**
   * What the log holds when all is delivered and settled, provided that the desk's extension alone is mine and its
   * domain is set. Empty when none of the calls is mine.
   */
  readonly expected: readonly ExpectedCall[];
}

/** A call of mine, in the words of the export. */
export interface ExpectedCall {
  /** Of the first one, where several were joined. */
  readonly ref: string;
  readonly direction: Direction;
  readonly internal: boolean;
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  /** The other party's number; null when withheld. */
  readonly e164: string | null;
  /** The extension that answered, mine included. */
  readonly answeredBy: string | null;
  readonly ringSeconds: number | null;
  readonly talkSeconds: number | null;
  /** How often it rang me: phones that ring at once ring me once. */
  readonly offers: number;
  /** One row made of several refs. */
  readonly joined: boolean;
}

type Facts = Pick<ExpectedCall, 'outcome'> & Partial<Omit<ExpectedCall, 'ref' | 'direction'>>;

/** Somebody called me. */
export function incoming(call: WireCall, facts: Facts): ExpectedCall {
  return { ...unremarkable, ref: call.ref, direction: 'in', e164: call.caller.e164 || null, offers: 1, ...facts };
}

/** I called somebody. */
export function outgoing(call: WireCall, facts: Facts): ExpectedCall {
  return { ...unremarkable, ref: call.ref, direction: 'out', e164: call.recipient.e164, offers: 0, ...facts };
}

const unremarkable = {
  internal: false,
  reason: null,
  answeredBy: null,
  ringSeconds: null,
  talkSeconds: null,
  joined: false,
};

/** What the leg that was answered says about the call. */
export function taken(leg: WireLeg): Pick<ExpectedCall, 'answeredBy' | 'ringSeconds' | 'talkSeconds'> {
  return {
    answeredBy: leg.dialedUser || null,
    ringSeconds: ringing(leg),
    talkSeconds: seconds(leg.answerUs, leg.endUs),
  };
}

/** Seconds from the first ring to the answer, or to the end where nobody answered. */
export function ringing(leg: WireLeg): number {
  return seconds(leg.ringUs, leg.answerUs ?? leg.endUs);
}

function seconds(fromUs: number | null, toUs: number | null): number {
  if (fromUs === null || toUs === null) throw new Error('The story does not say when.');
  return (toUs - fromUs) / 1_000_000;
}
