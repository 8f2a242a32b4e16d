import type { Us } from '../../shared/call.ts';

/** An event as ImpactPBX documents it. The order of the fields is the order they are written in. */
export interface WireEvent {
  readonly ref: string;
  readonly domain_name: string;
  readonly recipient: string;
  readonly caller_id_number: string;
  readonly ani: string;
  readonly recipient_e164: string;
  readonly caller_id_number_e164: string;
  readonly ani_e164: string;
  readonly direction: string;
  readonly channel_uuid?: string;
  readonly originating_leg_uuid?: string;
  readonly dialed_user?: string;
  readonly call_start: string;
  readonly call_start_uepoch: number;
  readonly ring_start?: string;
  readonly ring_start_uepoch?: number;
  readonly answer_start?: string;
  readonly answer_start_uepoch?: number;
  readonly call_end?: string;
  readonly call_end_uepoch?: number;
  readonly duration?: number;
  readonly recording?: string;
  readonly cause?: string;
  readonly reason_failed?: string;
  readonly click_to_call: boolean;
  readonly click_to_call_data: string;
  readonly timestamp: string;
  readonly action: LegAction | 'failed';
}

export type LegAction = 'originate' | 'ring' | 'answer' | 'hangup';

/** A number as somebody dialled or sent it, and what the PBX makes of it. */
export interface WireNumber {
  readonly sent: string;
  readonly e164: string;
}

/** What every event of a call repeats. */
export interface WireCall {
  readonly ref: string;
  readonly domain: string;
  readonly direction: 'inbound' | 'outbound' | 'local';
  readonly recipient: WireNumber;
  readonly caller: WireNumber;
  readonly ani: WireNumber;
  /** Null when nobody clicked. */
  readonly clickToCallData: string | null;
}

/** One channel of a call, and when what happened on it; null is what never happened. */
export interface WireLeg {
  readonly call: WireCall;
  readonly channel: string;
  readonly originatingLeg: string;
  readonly dialedUser: string;
  readonly startUs: Us;
  /** Whether the PBX announces the channel, before anything rings. */
  readonly announced: boolean;
  readonly ringUs: Us | null;
  readonly answerUs: Us | null;
  readonly endUs: Us | null;
  /** FreeSWITCH's name; means nothing before the end. */
  readonly cause: string;
}

export interface FailedCall {
  readonly call: WireCall;
  readonly startUs: Us;
  readonly endUs: Us;
  readonly cause: string;
  readonly reason: string;
}

/** An event and when the PBX fires it. */
export interface FiredEvent {
  readonly firedUs: Us;
  readonly event: WireEvent;
}

/** How long after a thing happened its event is fired: every documented sample agrees with it. */
const firingTakesUs: Us = 900_000;

const order: Readonly<Record<LegAction, number>> = { originate: 0, ring: 1, answer: 2, hangup: 3 };

/** The events of one leg, in the order in which they happened. Each repeats all earlier times of the leg. */
export function legEvents(leg: WireLeg): FiredEvent[] {
  const moments: readonly (readonly [LegAction, Us | null])[] = [
    ['originate', leg.announced ? leg.startUs : null],
    ['ring', leg.ringUs],
    ['answer', leg.answerUs],
    ['hangup', leg.endUs],
  ];
  return moments.flatMap(([action, happenedUs]) => (happenedUs === null ? [] : [legEvent(leg, action, happenedUs)]));
}

function legEvent(leg: WireLeg, action: LegAction, happenedUs: Us): FiredEvent {
  const firedUs = happenedUs + firingTakesUs;
  const known = (by: LegAction, us: Us | null) => (order[action] >= order[by] ? us : null);
  const ringUs = known('ring', leg.ringUs);
  const answerUs = known('answer', leg.answerUs);
  const endUs = known('hangup', leg.endUs);
  return {
    firedUs,
    event: {
      ...callFields(leg.call),
      channel_uuid: leg.channel,
      originating_leg_uuid: leg.originatingLeg,
      dialed_user: leg.dialedUser,
      call_start: wholeSecond(leg.startUs),
      call_start_uepoch: leg.startUs,
      ...(ringUs !== null && { ring_start: wholeSecond(ringUs), ring_start_uepoch: ringUs }),
      ...(answerUs !== null && { answer_start: wholeSecond(answerUs), answer_start_uepoch: answerUs }),
      ...(endUs !== null && {
        call_end: wholeSecond(endUs),
        call_end_uepoch: endUs,
        duration: answerUs === null ? 0 : Math.floor((endUs - answerUs) / 1_000_000),
        recording: answerUs === null ? '' : leg.call.ref,
        cause: leg.cause,
      }),
      ...clickFields(leg.call),
      timestamp: wholeSecond(firedUs),
      action,
    },
  };
}

/** The event of a call that came to nothing. It names no channel and no phone. */
export function failedEvent({ call, startUs, endUs, cause, reason }: FailedCall): FiredEvent {
  const firedUs = endUs + firingTakesUs;
  return {
    firedUs,
    event: {
      ...callFields(call),
      call_start: wholeSecond(startUs),
      call_start_uepoch: startUs,
      // As documented: the second of the firing, which is not that of the microseconds below.
      call_end: wholeSecond(firedUs),
      call_end_uepoch: endUs,
      cause,
      reason_failed: reason,
      ...clickFields(call),
      timestamp: wholeSecond(firedUs),
      action: 'failed',
    },
  };
}

/** The body of an event, laid out as the documented samples are: one field a line. */
export function bodyOf(event: object): string {
  const lines = Object.entries(event).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/** The body of a failed event as the documentation shows it: not valid JSON, for want of one comma. */
export function documentedFailedBody(event: WireEvent): string {
  return bodyOf(event).replace(/("reason_failed":.*),$/m, '$1');
}

/** ISO fields are cut to whole seconds; the fraction is in the `_uepoch` field beside them alone. */
function wholeSecond(us: Us): string {
  return new Date(Math.floor(us / 1_000_000) * 1000).toISOString().replace('Z', '+00:00');
}

function callFields(call: WireCall) {
  return {
    ref: call.ref,
    domain_name: call.domain,
    recipient: call.recipient.sent,
    caller_id_number: call.caller.sent,
    ani: call.ani.sent,
    recipient_e164: call.recipient.e164,
    caller_id_number_e164: call.caller.e164,
    ani_e164: call.ani.e164,
    direction: call.direction,
  };
}

function clickFields(call: WireCall) {
  return { click_to_call: call.clickToCallData !== null, click_to_call_data: call.clickToCallData ?? '' };
}
