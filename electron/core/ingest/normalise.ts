import { hash } from 'node:crypto';

import type { Us } from '../../../shared/call.ts';
import type { CallEvent } from '../calls/event.ts';
import { fromOlderDialect } from './olderDialect.ts';
import { type WireEvent, wireEvent } from './wire.ts';

export type Normalised =
  | { readonly kind: 'event'; readonly event: CallEvent; readonly digest: Buffer }
  /** An action that this version does not know. Not an error of the sender. */
  | { readonly kind: 'unknown-action'; readonly action: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Turns a parsed body into an event, or says what is wrong and where. `receivedAtUs` dates an event without times. */
export function normalise(value: unknown, receivedAtUs: Us): Normalised {
  const checked = wireEvent.safeParse(fromOlderDialect(value));
  if (!checked.success) {
    return { kind: 'refused', reason: checked.error.issues.map(describe).join(' ') };
  }
  const wire = checked.data;
  if (wire.action === null) {
    return { kind: 'unknown-action', action: String((value as { action: unknown }).action).slice(0, 40) };
  }
  if (wire.ref === null) return { kind: 'refused', reason: 'Field "ref": missing; an event must name its call.' };
  const event = toEvent({ ...wire, ref: wire.ref, action: wire.action });
  return { kind: 'event', event: dated(event, receivedAtUs), digest: digestOf(event) };
}

function describe(issue: { path: PropertyKey[]; message: string }): string {
  const where = issue.path.map(String).join('.');
  return where === '' ? `The body: ${issue.message}.` : `Field "${where}": ${issue.message}.`;
}

type UndatedEvent = Omit<CallEvent, 'sentAtUs'> & { readonly sentAtUs: Us | null };

function toEvent(wire: WireEvent & { ref: string; action: CallEvent['action'] }): UndatedEvent {
  return {
    action: wire.action,
    ref: wire.ref,
    channel: wire.channel_uuid ?? wire.ref,
    originatingLeg: wire.originating_leg_uuid,
    domain: wire.domain_name,
    dialedUser: wire.dialed_user,
    ani: wire.ani,
    caller: wire.caller_id_number,
    callerE164: wire.caller_id_number_e164 ?? wire.caller_id_number,
    recipient: wire.recipient,
    recipientE164: wire.recipient_e164 ?? wire.recipient,
    startedAtUs: wire.call_start_uepoch ?? wire.call_start,
    rangAtUs: wire.ring_start_uepoch ?? wire.ring_start,
    answeredAtUs: wire.answer_start_uepoch ?? wire.answer_start,
    endedAtUs: wire.call_end_uepoch ?? wire.call_end,
    sentAtUs: wire.timestamp,
    durationSeconds: wire.duration,
    recording: wire.recording,
    cause: wire.cause,
    failedReason: wire.reason_failed,
    clickToCall: wire.click_to_call,
    clickToCallData: wire.click_to_call_data,
  };
}

/** Idempotency key: the same event sent twice has the same one, whatever the spelling and the time of arrival. */
function digestOf(event: UndatedEvent): Buffer {
  return hash('sha256', JSON.stringify(event), 'buffer').subarray(0, 16);
}

/** An action says that its moment has come, also where the PBX left the time of that moment out. */
function dated(event: UndatedEvent, receivedAtUs: Us): CallEvent {
  const sentAtUs = event.sentAtUs ?? event.endedAtUs ?? event.answeredAtUs ?? event.rangAtUs ?? receivedAtUs;
  return {
    ...event,
    sentAtUs,
    rangAtUs: event.rangAtUs ?? (event.action === 'ring' ? sentAtUs : null),
    answeredAtUs: event.answeredAtUs ?? (event.action === 'answer' ? sentAtUs : null),
    endedAtUs: event.endedAtUs ?? (event.action === 'hangup' || event.action === 'failed' ? sentAtUs : null),
  };
}
