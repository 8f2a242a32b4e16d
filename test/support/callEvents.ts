import type { CallEvent } from '../../electron/core/calls/event.ts';

/** When the calls of these tests begin. */
export const beginUs = 1_700_000_000_000_000;

/** A moment so many seconds into the call. */
export const at = (seconds: number): number => beginUs + seconds * 1_000_000;

/** An event that says nothing but what `fields` say. */
export function callEvent(fields: Partial<CallEvent> & Pick<CallEvent, 'action'>): CallEvent {
  return {
    ref: 'call',
    channel: 'call',
    originatingLeg: 'call',
    domain: null,
    dialedUser: null,
    ani: null,
    caller: null,
    callerE164: null,
    recipient: null,
    recipientE164: null,
    startedAtUs: null,
    rangAtUs: null,
    answeredAtUs: null,
    endedAtUs: null,
    sentAtUs: beginUs,
    durationSeconds: null,
    recording: null,
    cause: null,
    failedReason: null,
    clickToCall: false,
    clickToCallData: null,
    ...fields,
  };
}

/** What is to be told of one leg; times in seconds into the call. */
export interface LegFacts extends Partial<Omit<CallEvent, 'action' | `${string}AtUs`>> {
  readonly rang?: number;
  readonly answered?: number;
  readonly ended?: number;
  readonly failed?: true;
}

/** The last event of a leg, which repeats all that came before: its hang-up, or how far it has got. */
export function leg({ rang, answered, ended, failed, ...fields }: LegFacts): CallEvent {
  const action = failed
    ? 'failed'
    : ended !== undefined
      ? 'hangup'
      : answered !== undefined
        ? 'answer'
        : rang !== undefined
          ? 'ring'
          : 'originate';
  const time = (seconds: number | undefined) => (seconds === undefined ? null : at(seconds));
  return callEvent({
    action,
    startedAtUs: beginUs,
    rangAtUs: time(rang),
    answeredAtUs: time(answered),
    endedAtUs: time(ended),
    sentAtUs: at(ended ?? answered ?? rang ?? 0),
    ...fields,
  });
}

const customer = {
  ani: '+35799123456',
  caller: '+35799123456',
  callerE164: '+35799123456',
} satisfies Partial<CallEvent>;

/** The line of a customer who calls the office: the first leg of an inbound call. */
export const customersLine = (facts: LegFacts = {}): CallEvent =>
  leg({ channel: 'call', ...customer, recipient: '+35722000000', recipientE164: '+35722000000', ...facts });

/** A phone that such a call rings, mine (1002) unless `dialedUser` says whose. */
export const phone = (facts: LegFacts = {}): CallEvent =>
  leg({ channel: 'phone', ...customer, dialedUser: '1002', recipient: '1002', recipientE164: '1002', ...facts });

/** The other side of a call that I (1002) make to a customer. */
export const dialled = (facts: LegFacts = {}): CallEvent =>
  leg({
    channel: 'far',
    ani: '1002',
    caller: '+442035040000',
    callerE164: '+442035040000',
    recipient: '0035799123456',
    recipientE164: '+35799123456',
    ...facts,
  });
