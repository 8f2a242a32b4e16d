import { answerEvent, hangupEvent, ringEvent } from './wire.ts';

/** What is to be told of a call: who calls whom, and what happens, in seconds after `atUs`. */
export interface CallStory {
  readonly ref: string;
  readonly atUs: number;
  /** The outside party. */
  readonly number?: string;
  /** Whose phone rings, or who is calling. */
  readonly extension?: string;
  readonly answered?: number;
  readonly ended?: number;
  readonly cause?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const second = 1_000_000;

/** A customer's call that rings one phone: the last event of that phone, which repeats all that came before. */
export function callIn({ ref, atUs, number = '+35799123456', extension = '1002', ...story }: CallStory): string {
  const fields = {
    ref,
    channel_uuid: `${ref}-${extension}`,
    originating_leg_uuid: ref,
    caller_id_number: number,
    caller_id_number_e164: number,
    ani: number,
    ani_e164: number,
    dialed_user: extension,
    ...story.fields,
  };
  return lastEvent(atUs, story, fields);
}

/** A call that an extension makes to a customer. */
export function callOut({ ref, atUs, number = '+35799123456', extension = '1002', ...story }: CallStory): string {
  const fields = {
    ref,
    channel_uuid: `${ref}-far`,
    originating_leg_uuid: ref,
    caller_id_number: '+35722000000',
    caller_id_number_e164: '+35722000000',
    ani: extension,
    ani_e164: extension,
    recipient: number,
    recipient_e164: number,
    direction: 'outbound',
    dialed_user: '',
    ...story.fields,
  };
  return lastEvent(atUs, story, fields);
}

/** The caller's own line of a call: the first leg. */
export function line({ ref, atUs, number = '+35799123456', ...story }: Omit<CallStory, 'extension'>): string {
  const fields = {
    ref,
    channel_uuid: ref,
    originating_leg_uuid: ref,
    caller_id_number: number,
    caller_id_number_e164: number,
    ani: number,
    ani_e164: number,
    dialed_user: '',
    ring_start_uepoch: null,
    ...story.fields,
  };
  if (story.ended === undefined) return JSON.stringify({ ...ringEvent(atUs, fields), action: 'originate' });
  return lastEvent(atUs, story, fields);
}

function lastEvent(
  atUs: number,
  { answered, ended, cause = 'NORMAL_CLEARING' }: Pick<CallStory, 'answered' | 'ended' | 'cause'>,
  fields: Readonly<Record<string, unknown>>,
): string {
  const answer = answered === undefined ? {} : { answer_start_uepoch: atUs + answered * second };
  if (ended !== undefined) return JSON.stringify(hangupEvent(atUs, ended * second, cause, { ...fields, ...answer }));
  if (answered !== undefined) return JSON.stringify(answerEvent(atUs, answered * second, fields));
  return JSON.stringify(ringEvent(atUs, fields));
}
