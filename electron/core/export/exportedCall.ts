import type { FollowUpState, Us } from '../../../shared/call.ts';
import { en } from '../../../shared/words/en.ts';
import { plainDuration } from '../../../shared/words/plainDuration.ts';
import { whySentence } from '../../../shared/words/whySentence.ts';
import type { Call } from '../calls/call.ts';
import { whyOf } from '../calls/why.ts';

/**
 * A call as people script against it. The names, their order and their meaning are a promise: a field may be added at
 * the end, never changed. Unknown is null; times are ISO 8601 in UTC with milliseconds; lengths are seconds.
 */
export interface ExportedCall {
  readonly ref: string;
  readonly direction: Call['direction'];
  readonly internal: boolean;
  readonly outcome: Call['outcome'];
  readonly reason: string | null;
  readonly cause: string | null;
  readonly why: string | null;
  readonly number: string | null;
  readonly e164: string | null;
  readonly name: string | null;
  readonly extension: string;
  readonly called: string | null;
  readonly answeredBy: string | null;
  readonly startedAt: string;
  readonly rangAt: string | null;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly ringSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly offers: number;
  readonly recording: string | null;
  readonly clickToCall: boolean;
  readonly clickToCallData: string | null;
  readonly failedReason: string | null;
  readonly followUp: FollowUpState;
  readonly note: string | null;
  readonly tags: readonly string[];
}

/** The columns of the CSV, in order. */
export const exportedColumns = [
  'ref',
  'direction',
  'internal',
  'outcome',
  'reason',
  'cause',
  'why',
  'number',
  'e164',
  'name',
  'extension',
  'called',
  'answeredBy',
  'startedAt',
  'rangAt',
  'answeredAt',
  'endedAt',
  'ringSeconds',
  'talkSeconds',
  'offers',
  'recording',
  'clickToCall',
  'clickToCallData',
  'failedReason',
  'followUp',
  'note',
  'tags',
] as const satisfies readonly (keyof ExportedCall)[];

/** What people know and wrote of a call, beside what its events tell. */
export type Lore = Pick<ExportedCall, 'followUp' | 'name' | 'note' | 'tags'>;

export function exportedCall(call: Call, { followUp, name, note, tags }: Lore): ExportedCall {
  return {
    ref: call.ref,
    direction: call.direction,
    internal: call.internal,
    outcome: call.outcome,
    reason: call.reason,
    cause: call.cause,
    why: whySentence(whyOf(call), en.why, plainDuration),
    number: call.number,
    e164: call.e164,
    name,
    extension: call.extension,
    called: call.called,
    answeredBy: call.answeredBy,
    startedAt: iso(call.startedAtUs),
    rangAt: isoOrNull(call.rangAtUs),
    answeredAt: isoOrNull(call.answeredAtUs),
    endedAt: isoOrNull(call.endedAtUs),
    ringSeconds: seconds(call.ringUs),
    talkSeconds: seconds(call.talkUs),
    offers: call.offers,
    recording: call.recording,
    clickToCall: call.clickToCall,
    clickToCallData: call.clickToCallData,
    failedReason: call.failedReason,
    followUp,
    note,
    tags,
  };
}

function iso(us: Us): string {
  return new Date(us / 1000).toISOString();
}

function isoOrNull(us: Us | null): string | null {
  return us === null ? null : iso(us);
}

function seconds(us: Us | null): number | null {
  return us === null ? null : us / 1_000_000;
}
