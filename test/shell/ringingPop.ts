import type { Pop } from '../../shared/pop.ts';

/** Names that a caller may have to make mischief with. */
export const hostileNames: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  'x'.repeat(10_000),
  '\u202Egnp.live\u202C',
  'first\r\nsecond\u2028third',
  '{extension} {party}',
  'half \uD83D',
];

/** A call from outside that rings extension 1002. */
export const ringingPop: Pop = {
  state: 'ringing',
  ways: { card: true, notification: true, sound: true },
  silenced: false,
  caller: { timeZone: null, lastTalk: null, lastNote: null, followUpSinceUs: null, callsToday: 1 },
  note: null,
  call: {
    ref: 'r1',
    direction: 'in',
    internal: false,
    outcome: 'in-progress',
    reason: 'ringing',
    cause: null,
    party: {
      number: '+35799123456',
      e164: '+35799123456',
      display: '+357 99 123456',
      name: null,
      company: null,
      contactId: null,
      country: 'CY',
      hidden: false,
    },
    extension: '1002',
    called: '+442035040000',
    calledDisplay: '+44 20 3504 0000',
    answeredBy: null,
    startedAtUs: 1_580_283_919_489_709,
    rangAtUs: 1_580_283_925_729_764,
    answeredAtUs: null,
    endedAtUs: null,
    ringUs: null,
    talkUs: null,
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
  },
};
