import type { Us } from '../../../shared/call.ts';

export const actions = ['originate', 'ring', 'answer', 'hangup', 'failed'] as const;
export type Action = (typeof actions)[number];

/** One thing the PBX told us, freed of how it was spelled on the wire. Unknown is null, never "" or 0. */
export interface CallEvent {
  readonly action: Action;
  /** The call. */
  readonly ref: string;
  /** The leg the event is about; the call's `ref` where the PBX names none (a `failed` event). */
  readonly channel: string;
  /** The leg that had this one rung; null where the PBX names none, as queues do. */
  readonly originatingLeg: string | null;
  readonly domain: string | null;
  /** The extension whose phone this leg rings. */
  readonly dialedUser: string | null;
  readonly ani: string | null;
  readonly caller: string | null;
  readonly callerE164: string | null;
  readonly recipient: string | null;
  readonly recipientE164: string | null;
  readonly startedAtUs: Us | null;
  readonly rangAtUs: Us | null;
  readonly answeredAtUs: Us | null;
  readonly endedAtUs: Us | null;
  /** When the PBX sent it; for an event that says nothing about time, when it arrived. */
  readonly sentAtUs: Us;
  /** As given: its meaning differs between versions of the PBX, so nothing is worked out from it. */
  readonly durationSeconds: number | null;
  readonly recording: string | null;
  readonly cause: string | null;
  readonly failedReason: string | null;
  readonly clickToCall: boolean;
  readonly clickToCallData: string | null;
}

const rank: Readonly<Record<Action, number>> = { originate: 0, ring: 1, answer: 2, hangup: 3, failed: 4 };

/**
 * A call's events in the order in which they are read, each once: by action, then by the PBX's time, then by content,
 * so that the same set gives the same order whichever way it arrived. Sending times are whole seconds and shared by
 * several events, which is why the action comes first.
 */
export function inReadingOrder(events: readonly CallEvent[]): CallEvent[] {
  return events.toSorted(compare).filter((event, index, ordered) => {
    const before = ordered[index - 1];
    return before === undefined || compare(before, event) !== 0;
  });
}

function compare(a: CallEvent, b: CallEvent): number {
  return (
    rank[a.action] - rank[b.action] || a.sentAtUs - b.sentAtUs || compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
