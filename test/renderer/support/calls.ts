import type { CallDetail, CallRow, Party } from '../../../shared/call.ts';

const second = 1_000_000;

/** Today at noon, so that no test runs across midnight. */
export const noonUs = new Date().setHours(12, 0, 0, 0) * 1000;

export const maria: Party = {
  number: '+35799123456',
  e164: '+35799123456',
  display: '+357 99 123456',
  name: 'Μαρία Γεωργίου',
  company: null,
  contactId: 1,
  country: 'CY',
  hidden: false,
};
export const withheld: Party = {
  number: null,
  e164: null,
  display: null,
  name: null,
  company: null,
  contactId: null,
  country: null,
  hidden: false,
};
export const hidden: Party = { ...withheld, hidden: true };

/** An answered call of four seconds, with whatever the test is about changed. */
export function callRow(change: Partial<CallRow> = {}): CallRow {
  const startedAtUs = change.startedAtUs ?? noonUs;
  return {
    ref: 'call-1',
    direction: 'in',
    internal: false,
    outcome: 'answered',
    reason: null,
    cause: 'NORMAL_CLEARING',
    party: maria,
    extension: '1002',
    called: '+35722000111',
    calledDisplay: '+357 22 000111',
    answeredBy: null,
    startedAtUs,
    rangAtUs: startedAtUs,
    answeredAtUs: startedAtUs + 6 * second,
    endedAtUs: startedAtUs + 10 * second,
    ringUs: 6 * second,
    talkUs: 4 * second,
    offers: 1,
    group: false,
    cameFrom: null,
    transferredTo: null,
    followUp: 'none',
    hasNote: false,
    tags: [],
    recording: null,
    clickToCall: false,
    clickToCallData: null,
    failedReason: null,
    ...change,
  };
}

/** A call that has been ringing for some seconds. */
export function ringingCall(seconds: number, change: Partial<CallRow> = {}): CallRow {
  const startedAtUs = Math.floor(Date.now() / 1000) * second - seconds * second;
  return callRow({
    ref: 'ringing',
    outcome: 'in-progress',
    reason: 'ringing',
    startedAtUs,
    rangAtUs: startedAtUs,
    answeredAtUs: null,
    endedAtUs: null,
    ringUs: null,
    talkUs: null,
    ...change,
  });
}

/** A call that nobody answered and that nobody has called back yet. */
export function missedCall(minutesAgo: number, change: Partial<CallRow> = {}): CallRow {
  const startedAtUs = Math.floor(Date.now() / 1000) * second - minutesAgo * 60 * second;
  return callRow({
    ref: `missed-${minutesAgo}`,
    outcome: 'missed',
    reason: 'caller-hung-up',
    startedAtUs,
    answeredAtUs: null,
    talkUs: null,
    followUp: 'open',
    ...change,
  });
}

/** One call every minute, newest first. */
export function manyCalls(count: number): readonly CallRow[] {
  return Array.from({ length: count }, (_, index) =>
    callRow({
      ref: `call-${index}`,
      startedAtUs: noonUs - index * 60 * second,
      party: { ...maria, name: `Caller ${index}` },
    }),
  );
}

/** Two phones rang for the call, and mine was faster; with whatever the test is about changed. */
export function callDetail(call: CallRow, change: Partial<CallDetail> = {}): CallDetail {
  return {
    call,
    why: { message: 'answered', ringUs: 6 * second, talkUs: 4 * second },
    legs: [
      {
        channel: 'mine',
        extension: '1002',
        mine: true,
        startedAtUs: call.startedAtUs,
        rangAtUs: call.startedAtUs,
        answeredAtUs: call.answeredAtUs,
        endedAtUs: call.endedAtUs,
        cause: 'NORMAL_CLEARING',
      },
      {
        channel: 'colleague',
        extension: '1003',
        mine: false,
        startedAtUs: call.startedAtUs,
        rangAtUs: call.startedAtUs,
        answeredAtUs: null,
        endedAtUs: call.startedAtUs + 6 * second,
        cause: 'LOSE_RACE',
      },
    ],
    events: [
      {
        id: 1,
        action: 'ring',
        sentAtUs: call.startedAtUs,
        receivedAtUs: call.startedAtUs,
        repaired: false,
        body: '{"action":"ring"}',
      },
      {
        id: 2,
        action: 'hangup',
        sentAtUs: null,
        receivedAtUs: call.startedAtUs,
        repaired: true,
        body: '{"action":"hangup" "ref":1}',
      },
    ],
    refs: [call.ref],
    links: [],
    settlement: null,
    note: null,
    heldBack: null,
    recordingUrl: null,
    ...change,
  };
}
