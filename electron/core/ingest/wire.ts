import { z } from 'zod';

import { type Action, actions } from '../calls/event.ts';

/**
 * The documented event, as tolerant as the wire demands: numbers or strings for either, and null, "" and a missing
 * field mean the same. Whatever else a field holds is an error that names the field.
 */

const text = z
  .union([z.string(), z.number()], { error: 'expected text or a number' })
  .nullish()
  .transform((value) => {
    const trimmed = value === null || value === undefined ? '' : String(value).trim();
    return trimmed === '' ? null : trimmed;
  });

/** As long as a window may ask for; a PBX sends a UUID. */
const ref = text.refine((value) => value === null || value.length <= 200, 'expected at most 200 characters');

/** Microseconds since 1970. FreeSWITCH writes 0 for a time that has not come. */
const uepoch = text.transform((value, context) => {
  if (value === null) return null;
  const us = Number(value);
  if (!Number.isSafeInteger(us) || us < 0) {
    context.addIssue({ code: 'custom', message: 'expected a whole number of microseconds since 1970' });
    return z.NEVER;
  }
  return us === 0 ? null : us;
});

/** ISO 8601, to epoch microseconds. Whole seconds on the wire, so the `_uepoch` twin is preferred. */
const isoTime = text.transform((value, context) => {
  if (value === null) return null;
  const us = Date.parse(value) * 1000;
  if (!Number.isSafeInteger(us)) {
    context.addIssue({ code: 'custom', message: 'expected a time in ISO 8601' });
    return z.NEVER;
  }
  return us <= 0 ? null : us;
});

const flag = z
  .union([z.boolean(), z.number(), z.string()], { error: 'expected true or false' })
  .nullish()
  .transform((value) => value === true || value === 1 || (typeof value === 'string' && /^(true|1|yes)$/i.test(value)));

const seconds = text.transform((value) => (value === null || Number.isNaN(Number(value)) ? null : Number(value)));

/** Any JSON the click-to-call caller handed in is theirs: text stays, anything else is kept as its JSON. */
const userData = z
  .unknown()
  .optional()
  .transform((value, context) => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'string') return value;
    try {
      return JSON.stringify(value);
    } catch {
      // Reading JSON is not recursive, writing it is.
      context.addIssue({ code: 'custom', message: 'nested too deep' });
      return z.NEVER;
    }
  });

const spellings: Readonly<Record<string, Action>> = {
  ...Object.fromEntries(actions.map((action) => [action, action])),
  answered: 'answer',
};

const action = z
  .string({ error: 'expected the name of an action' })
  .transform((value) => value.trim().toLowerCase())
  .transform((value) => (Object.hasOwn(spellings, value) ? (spellings[value] ?? null) : null));

export const wireEvent = z.object(
  {
    ref,
    action,
    domain_name: text,
    recipient: text,
    recipient_e164: text,
    caller_id_number: text,
    caller_id_number_e164: text,
    ani: text,
    channel_uuid: text,
    originating_leg_uuid: text,
    dialed_user: text,
    call_start: isoTime,
    call_start_uepoch: uepoch,
    ring_start: isoTime,
    ring_start_uepoch: uepoch,
    answer_start: isoTime,
    answer_start_uepoch: uepoch,
    call_end: isoTime,
    call_end_uepoch: uepoch,
    timestamp: isoTime,
    duration: seconds,
    recording: text,
    cause: text,
    reason_failed: text,
    click_to_call: flag,
    click_to_call_data: userData,
  },
  { error: 'expected a JSON object' },
);
export type WireEvent = z.infer<typeof wireEvent>;
