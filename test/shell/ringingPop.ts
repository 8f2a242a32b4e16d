import type { Pop } from '../../shared/pop.ts';

/** A call from outside that rings extension 1002. */
export const ringingPop: Pop = {
  state: 'ringing',
  call: {
    ref: 'r1',
    direction: 'in',
    internal: false,
    outcome: 'in-progress',
    reason: 'ringing',
    cause: null,
    party: { number: '+35799123456', e164: '+35799123456', display: '+357 99 123456', name: null, country: 'CY' },
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
    recording: null,
    clickToCall: false,
    clickToCallData: null,
    failedReason: null,
  },
};
