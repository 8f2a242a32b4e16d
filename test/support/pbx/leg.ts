import { actions, type Action, type CallEvent } from '../../../electron/core/calls/event.ts';
import type { Us } from '../../../shared/call.ts';

/** Who a call is from and to, as every event of it repeats. */
export interface PbxCall {
  readonly ref: string;
  /** When it began. */
  readonly startUs: Us;
  readonly caller: PbxNumber;
  readonly recipient: PbxNumber;
  readonly ani: string | null;
  readonly clickToCall?: true;
}

export interface PbxNumber {
  readonly sent: string | null;
  readonly e164: string | null;
}

/** What happens on a leg, in milliseconds since its call began; what is not named never happens. */
export interface Course {
  readonly start?: number;
  readonly ring?: number;
  readonly answer?: number;
  readonly end?: number;
  readonly cause?: string;
}

/** An event and when the PBX sends it. */
export interface Sent {
  readonly atUs: Us;
  readonly event: CallEvent;
}

export const domain = 'office.example';
/** When the office opens. */
export const beginUs: Us = 1_700_000_000_000_000;

/** How long after a thing happened its event is sent. */
const sendingTakesUs = 900_000;

/** The caller's own line: its channel is the call's `ref`, and no phone is named. */
export function line(call: PbxCall, course: Course, dialedUser: string | null = null): Sent[] {
  return legEvents(call, course, { channel: call.ref, originatingLeg: call.ref, dialedUser, announced: true });
}

/** A phone that the call rings. */
export function phone(call: PbxCall, extension: string, course: Course): Sent[] {
  const channel = channelOf(call, extension, course);
  return legEvents(call, course, { channel, originatingLeg: call.ref, dialedUser: extension, announced: false });
}

/** The same by a queue, which names no originating leg. */
export function offer(call: PbxCall, extension: string, course: Course): Sent[] {
  const channel = channelOf(call, extension, course);
  return legEvents(call, course, { channel, originatingLeg: null, dialedUser: extension, announced: false });
}

/** A phone of a ring group that carries no `dialed_user`: the recipient alone says whose it is. */
export function unnamedPhone(call: PbxCall, extension: string, course: Course): Sent[] {
  const channel = channelOf(call, extension, course);
  const recipient = { sent: extension, e164: extension };
  return legEvents({ ...call, recipient }, course, {
    channel,
    originatingLeg: call.ref,
    dialedUser: null,
    announced: false,
  });
}

/** The line to an outside number. */
export function trunk(call: PbxCall, course: Course): Sent[] {
  const channel = channelOf(call, 'trunk', course);
  return legEvents(call, course, { channel, originatingLeg: call.ref, dialedUser: null, announced: true });
}

/** A call that came to nothing: one event, which names no channel and no phone. */
export function failed(call: PbxCall, endMs: number, cause: string, failedReason: string): Sent {
  const endedAtUs = call.startUs + endMs * 1000;
  return sent({
    ...said(call, 'failed', endedAtUs),
    channel: call.ref,
    originatingLeg: null,
    endedAtUs,
    cause,
    failedReason,
  });
}

/** A phone may be tried several times in one call, under a channel of its own each time. */
export function channelOf({ ref }: PbxCall, extension: string, { ring, start, end }: Course): string {
  return `${ref}/${extension}/${ring ?? start ?? end ?? 0}`;
}

function legEvents(
  call: PbxCall,
  { start = 0, ring, answer, end, cause = 'NORMAL_CLEARING' }: Course,
  identity: Pick<CallEvent, 'channel' | 'originatingLeg' | 'dialedUser'> & { announced: boolean },
): Sent[] {
  const { announced, ...leg } = identity;
  const moment = (ms: number | undefined) => (ms === undefined ? null : call.startUs + ms * 1000);
  const times = { originate: moment(start), ring: moment(ring), answer: moment(answer), hangup: moment(end) };
  const told = (['originate', 'ring', 'answer', 'hangup'] as const).filter(
    (action) => action !== 'originate' || announced,
  );
  return told.flatMap((action) => {
    const happenedUs = times[action];
    if (happenedUs === null) return [];
    const known = (by: Action, us: Us | null) => (actions.indexOf(by) <= actions.indexOf(action) ? us : null);
    return sent({
      ...said(call, action, happenedUs),
      ...leg,
      rangAtUs: known('ring', times.ring),
      answeredAtUs: known('answer', times.answer),
      endedAtUs: known('hangup', times.hangup),
      startedAtUs: times.originate,
      cause: action === 'hangup' ? cause : null,
      durationSeconds: action === 'hangup' ? 0 : null,
    });
  });
}

/** What every event of a call says. */
function said(call: PbxCall, action: Action, happenedUs: Us): CallEvent {
  return {
    action,
    ref: call.ref,
    channel: call.ref,
    originatingLeg: null,
    domain,
    dialedUser: null,
    ani: call.ani,
    caller: call.caller.sent,
    callerE164: call.caller.e164,
    recipient: call.recipient.sent,
    recipientE164: call.recipient.e164,
    startedAtUs: call.startUs,
    rangAtUs: null,
    answeredAtUs: null,
    endedAtUs: null,
    // Cut to whole seconds, as the PBX does.
    sentAtUs: Math.floor((happenedUs + sendingTakesUs) / 1_000_000) * 1_000_000,
    durationSeconds: null,
    recording: null,
    cause: null,
    failedReason: null,
    clickToCall: call.clickToCall ?? false,
    clickToCallData: null,
  };
}

function sent(event: CallEvent): Sent {
  const happenedUs = event.endedAtUs ?? event.answeredAtUs ?? event.rangAtUs ?? event.startedAtUs ?? 0;
  return { atUs: happenedUs + sendingTakesUs, event };
}
